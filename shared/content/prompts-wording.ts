/** Words that have no place in what a pair is asked, each list with the reason. */
export interface WordingRule {
  readonly why: string;
  readonly never: RegExp;
}

/** Nobody has to say what they are, be somebody else, speak for others or hear what others think of them. */
export const noDemandOfIdentity: readonly WordingRule[] = [
  {
    why: "asks what somebody is",
    never:
      /\byour (race|religion|faith|gender|sex|sexuality|orientation|disability|ethnicity|nationality|accent|skin|body|class|culture|background|family|marriage|children|diagnosis|age|generation)\b/i,
  },
  {
    why: "speaks to somebody as one of a kind",
    never:
      /\bas an? (woman|man|mother|father|parent|migrant|minority|person of|member of)\b|\b(people|someone|somebody|person) like (you|me|us)\b/i,
  },
  {
    why: "asks for roots",
    never: /\bwhere (are|do) you (really |actually |originally )?(come )?from\b|\byour people\b/i,
  },
  {
    why: "asks to imagine being somebody else",
    never: /\bimagine (you|your|yourself|being|that you)\b|\b(put yourself in|in (my|their|your partner's) shoes)\b/i,
  },
  { why: "asks how a life feels", never: /\bhow does it feel\b|\bwhat is it like (to be|being)\b/i },
  {
    why: "makes somebody teach their difference",
    never: /\b(teach|educate) (me|us|your partner) about\b|\bon behalf of\b/i,
  },
  {
    why: "opens the way to confessed prejudice",
    never:
      /\b(bias(es|ed)?|prejudices?|privileged?|stereotypes?|diversity|minorit(y|ies)|racis[mt]|sexis[mt]|microaggressions?)\b/i,
  },
];

/** The same words fit whoever asks, and three as well as two. */
export const fitsEverybody: readonly WordingRule[] = [
  { why: "casts somebody as mentor", never: /\b(mentor|mentee|mentors|mentees|mentoring|coach|coachee|protégé)\b/i },
  { why: "assumes a pronoun", never: /\b(he|she|him|her|his|hers|himself|herself)\b|\b(s\/he)\b/i },
  {
    why: "fits one grade only",
    never:
      /\byour (own )?(line )?(manager|boss|superiors?|direct reports|reports|staff|subordinates|employees|leaders|juniors|seniors)\b|\b(senior|junior|subordinates?|grade|career ladder)\b|\b(under|above|below) you\b/i,
  },
  {
    why: "fits one age only",
    never: /\bat your (age|level)\b|\bwhen you were young\b|\b(young|older|younger) (people|colleagues)\b|\bretire/i,
  },
  {
    why: "fits two only",
    never: /\b(the )?two of (us|you)\b|\bboth of (us|you)\b|\b(you|we) both\b|\bneither of us\b/i,
  },
];

/** Plain, adult English as it is spelt in Britain. */
export const plainEnglish: readonly WordingRule[] = [
  {
    why: "is a therapist's word",
    never:
      /\b(journey|vulnerab\w+|safe space|toxic|trauma\w*|trigger(s|ed)?|healing|hold space|self-care|authentic\w*|boundaries|how do you feel about)\b/i,
  },
  {
    why: "is an office word",
    never:
      /\b(synerg\w+|leverag\w+|stakeholders?|deliverables?|bandwidth|circle back|deep dive|empower\w*|impactful|learnings|best practices?|mindset|comfort zone|win-win|pain points?|going forward|unpack|proactive\w*)\b/i,
  },
  {
    why: "is spelt as in America",
    never:
      /\b(?!(prize|size|seize))\w+iz(e|es|ed|ing|ation)\b|\b(programs?|behavior|color|favor|favorite|center|honor|neighbor|labor|analyze)\b/i,
  },
  { why: "has a long dash, a curly quote or a stray space", never: /[–—“”‘’]|\s{2}|^\s|\s$/ },
];

/** Why a line may not be asked, if anything speaks against it. */
export const objections = (line: string, rules: readonly WordingRule[]): readonly string[] =>
  rules.filter(({ never }) => never.test(line)).map(({ why }) => why);
