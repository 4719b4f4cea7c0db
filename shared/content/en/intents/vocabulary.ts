/** Words that are polite and carry no wish; they are passed over unless nothing else was said. */
export const courtesies =
  "please pls plz kindly hi hello hey hiya morning afternoon evening good dear thanks thank thx ta cheers sorry excuse counterpoint bot there ok okay so well right just quickly quick btw".split(
    " ",
  );

/** Words that most requests share; they count for little. */
export const fillers =
  "a an the i im id ill we us me my our ours you your to for of in on at by and or with from about it its is are am be been do does has have had can could would will shall should may might let lets want need like love some any this that these those up us again now going get give tell know see show find look into if both ones one any anything something really actually maybe perhaps possible possibly think wonder wondering ask asking say sure yet here else anyone somebody someone everyone".split(
    " ",
  );

/** Ways of saying one thing, folded before anything is compared. Several words stand apart by spaces. */
export const sameAs: Readonly<Record<string, readonly string[]>> = {
  checkin: [
    "check in",
    "check ins",
    "checkins",
    "check inn",
    "meeting",
    "meetings",
    "mtg",
    "catch up",
    "catchup",
    "catch ups",
    "session",
    "sessions",
    "call",
    "one to one",
    "one on one",
    "1 1",
    "121",
    "1to1",
    "appointment",
    "conversation",
    "get together",
  ],
  book: [
    "schedule",
    "arrange",
    "organise",
    "organize",
    "set up",
    "setup",
    "reserve",
    "plan",
    "sort out",
    "fix",
    "pencil in",
    "put in",
    "make an",
  ],
  move: [
    "moving",
    "moved",
    "reschedule",
    "rescheduled",
    "rearrange",
    "postpone",
    "shift",
    "push",
    "bring forward",
    "put off",
    "swap",
  ],
  cancel: ["call off", "cancelled", "canceled", "cancelling", "cancellation", "unbook", "drop", "skip"],
  undo: ["take back", "reverse", "roll back", "revert"],
  pause: ["hold", "halt", "freeze", "suspend", "interrupt", "on hold"],
  resume: ["continue", "carry on", "go on", "proceed", "restart", "unpause", "pick up"],
  time: ["slot", "slots", "times", "hour", "date", "dates"],
  goal: ["goals", "aim", "aims", "objective", "objectives", "target", "targets"],
  journal: ["reflection", "reflections", "reflect", "entry", "entries", "note", "notes", "notebook"],
  cohort: ["programme", "program", "programmes", "cohorts", "round", "group"],
  quiet: ["silent", "inactive", "stalled", "dormant", "drifting", "gone quiet", "going quiet", "lapsed"],
  opens: [
    "open",
    "opening",
    "opener",
    "starts",
    "start",
    "begins",
    "begin",
    "leads",
    "kicks off",
    "goes first",
    "go first",
  ],
  private: ["privacy", "confidential", "confidentiality", "secret", "visible"],
  read: ["reads", "reading", "sees", "seen", "access", "look at"],
  write: ["type", "typed", "writing", "written", "wrote", "jot", "put down"],
  doing: [
    "going along",
    "getting on",
    "getting along",
    "progress",
    "progressing",
    "coming along",
    "faring",
    "status",
    "state",
    "overview",
    "looking",
  ],
  met: ["meet", "meets", "met up", "talked", "spoken"],
  minutes: ["minute", "mins", "min"],
  what: ["wat", "wot"],
  help: ["assist", "support", "commands", "options", "menu"],
  not: ["dont", "havent", "hasnt", "didnt", "arent", "isnt", "without", "never", "stopped"],
  partner: ["partners", "pair mate", "counterpart"],
};

/** Words that name a yearly round; a round so named that isn't there is said to be unknown. */
export const roundWords = ["spring", "summer", "autumn", "fall", "winter"] as const;

/** Words that lead up to a day and belong to it: "around the first week of December". */
export const beforeDays =
  "the first second third fourth last early mid late middle beginning end start week of in on for around about by sometime after before".split(
    " ",
  );

/** What stands in for a cohort's or a partner's own name, or for a length of time, when a text is compared with the phrases. */
export const standIns = { cohort: "cohort", partner: "partner", length: "minutes" } as const;

/** How people name a length: whole ones in minutes, and what a number counts, in minutes each. */
export const lengths = {
  whole: {
    "a quarter of an hour": 15,
    "half an hour": 30,
    "half hour": 30,
    "three quarters of an hour": 45,
    "an hour and a quarter": 75,
    "an hour and a half": 90,
    "one and a half hours": 90,
    "two and a half hours": 150,
    "an hour": 60,
    "a full hour": 60,
    "a minute": 1,
  },
  units: { minutes: 1, minute: 1, mins: 1, min: 1, hours: 60, hour: 60, hrs: 60, hr: 60 },
  /** Before these it is a moment and no length: "in ten minutes". */
  notAfter: ["in", "within", "every", "last", "past", "next"],
  /** A length without a number is only read beside one of these: "reserve an hour" is no wish to change one. */
  beside: [
    "make",
    "change",
    "set",
    "shorten",
    "lengthen",
    "extend",
    "shorter",
    "longer",
    "long",
    "length",
    "instead",
    "enough",
  ],
} as const;
