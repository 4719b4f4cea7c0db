/** Words of the About page: what Counterpoint is and who sees what. */
export const about = {
  pageTitle: "About",
  title: "About Counterpoint",
  what: [
    "Two colleagues, paired as equals. Both have something to offer, both have something to ask, and both learn.",
    "The name is musical: two independent voices, neither of which accompanies the other. Who opens and who books passes from one to the other.",
  ],
  whoSeesTitle: "Who sees what",
  columns: { signal: "What", pair: "In your pair", coordinator: "Coordinators" },
  rows: [
    { signal: "Journal, only me", pair: "Its author", coordinator: "Never" },
    { signal: "Journal, shared", pair: "Everyone in the pair, until taken back", coordinator: "Never" },
    { signal: "Goals and agreement", pair: "Everyone in the pair", coordinator: "Never" },
    { signal: "Prompts and turns", pair: "Everyone in the pair", coordinator: "Never" },
    { signal: "Whose turn to open or book", pair: "Everyone in the pair", coordinator: "Never" },
    { signal: "Which session is next", pair: "Yes", coordinator: "As counts, never in a small cohort" },
    { signal: "Met in the last six weeks", pair: "Yes", coordinator: "Counts, and names of pairs that haven’t" },
  ],
  server:
    "Private words are encrypted before they are stored. Whoever runs the server could be compelled to hand them over.",
  meetings:
    "Counterpoint records no audio or video and makes no transcript. It can’t know whether a meeting is being recorded. While a check-in’s meeting lasts, it notes who joins and leaves, so that a prompt is put on the meeting’s stage only while the pair is alone; that is forgotten when the meeting ends.",
  versionTitle: "Version and licence",
  version: (version: string) => `Version ${version}.`,
  licence: "Open source under the MIT licence: anyone may use, change and share it.",
};
