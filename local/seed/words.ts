/** What the pairs that are rich enough to explore have written. `days` counts back from today, or on from it for reviews. */
export interface PairWords {
  readonly agreement: readonly string[];
  readonly goals: readonly {
    /** A given name, or `null` for both. */
    readonly owner: string | null;
    readonly title: string;
    readonly why: string;
    readonly nextStep: string;
    readonly reviewInDays: number | null;
    readonly state: "open" | "done" | "let-go";
  }[];
  readonly entries: readonly {
    readonly author: string;
    readonly text: string;
    readonly audience: "only-me" | "partner";
    readonly sessionNumber: number | null;
    readonly daysAgo: number;
  }[];
}

const anaAndBen: PairWords = {
  agreement: ["We retell only our own side.", "Either may pause or stop.", "We name hard things the same day."],
  goals: [
    {
      owner: "Ana",
      title: "Say the difficult thing in the room, not afterwards.",
      why: "I am clear in the corridor and vague at the table.",
      nextStep: "Raise the rota question at Monday's planning.",
      reviewInDays: 19,
      state: "open",
    },
    {
      owner: null,
      title: "Find out why our sites rarely trade lessons.",
      why: "We solved the same problem twice last spring, six months apart.",
      nextStep: "Each ask two colleagues and bring one answer.",
      reviewInDays: 46,
      state: "open",
    },
    {
      owner: "Ben",
      title: "Understand what a night shift decides without us.",
      why: "Half of what I sign off was settled before I wake.",
      nextStep: "Sit in on one handover.",
      reviewInDays: 26,
      state: "open",
    },
    {
      owner: "Ana",
      title: "Read one budget from front to back.",
      why: "",
      nextStep: "",
      reviewInDays: null,
      state: "done",
    },
  ],
  entries: [
    {
      author: "Ana",
      text: "I kept answering before Ben had finished. Next time I'll wait.",
      audience: "only-me",
      sessionNumber: 2,
      daysAgo: 20,
    },
    {
      author: "Ana",
      text: "Said it on Monday. Nobody flinched.",
      audience: "partner",
      sessionNumber: null,
      daysAgo: 12,
    },
    {
      author: "Ben",
      text: "Ana asked who decides what a handover leaves out. I had no answer, and I have been asking since.",
      audience: "partner",
      sessionNumber: 2,
      daysAgo: 20,
    },
    {
      author: "Ben",
      text: "I explain when I should ask. It was three times today.",
      audience: "only-me",
      sessionNumber: 2,
      daysAgo: 19,
    },
  ],
};

const chidiAndDara: PairWords = {
  agreement: ["What is said here stays here.", "We start and end on time.", "If it is dull, we say so."],
  goals: [
    {
      owner: "Chidi",
      title: "Learn how a repair really gets done.",
      why: "Our drawings look finished long before the thing works.",
      nextStep: "Follow one ticket from the call to the fix.",
      reviewInDays: 33,
      state: "open",
    },
    {
      owner: "Dara",
      title: "Make the case for a change in five minutes.",
      why: "I bring forty slides and lose the room at the fourth.",
      nextStep: "Draft one page and read it to Chidi.",
      reviewInDays: 30,
      state: "open",
    },
  ],
  entries: [
    {
      author: "Chidi",
      text: "Dara knew every customer by the fault they had. I know them by the colour of their logo.",
      audience: "partner",
      sessionNumber: 1,
      daysAgo: 24,
    },
    {
      author: "Dara",
      text: "Nervous beforehand, and it was easy. Why was I nervous?",
      audience: "only-me",
      sessionNumber: 1,
      daysAgo: 24,
    },
  ],
};

const priyaAndSam: PairWords = {
  agreement: ["We bring our own work, not gossip.", "Silence is allowed.", "Either may swap a prompt."],
  goals: [
    {
      owner: "Sam",
      title: "Bring a view to the operations board, not a survey.",
      why: "I hide behind what users said.",
      nextStep: "Open with one sentence of my own.",
      reviewInDays: 12,
      state: "open",
    },
    {
      owner: "Priya",
      title: "Leave one decision a week to the people it touches.",
      why: "They wait for me because I taught them to.",
      nextStep: "Choose this week's on Monday and say so.",
      reviewInDays: 14,
      state: "open",
    },
    {
      owner: null,
      title: "Write down how a launch is really approved.",
      why: "There are two versions and both are wrong.",
      nextStep: "Compare our drawings.",
      reviewInDays: 40,
      state: "open",
    },
  ],
  entries: [
    {
      author: "Sam",
      text: "Priya said: you asked me four questions and answered all of them. Fair.",
      audience: "partner",
      sessionNumber: 4,
      daysAgo: 9,
    },
    {
      author: "Priya",
      text: "I let the rota go. It was better than mine.",
      audience: "partner",
      sessionNumber: null,
      daysAgo: 6,
    },
  ],
};

/** By the given names of the pair. */
export const wordsOf: Readonly<Record<string, PairWords>> = {
  "Ana Ben": anaAndBen,
  "Chidi Dara": chidiAndDara,
  "Priya Sam": priyaAndSam,
};
