/** The addresses of the pop-up in which a person lets the app into that person's calendar. */
export const consentPaths = { begin: "/consent", done: "/consent/done" } as const;

/** How it ended; "administrator" where only one may allow what was asked. */
export const consentOutcomes = ["given", "declined", "administrator", "failed"] as const;
export type ConsentOutcome = (typeof consentOutcomes)[number];

/** The outcome by its name; anything else has failed. */
export const asOutcome = (name: string | null | undefined): ConsentOutcome =>
  consentOutcomes.find((one) => one === name) ?? "failed";

/** The name under which the page that ends the pop-up is told. */
export const consentOutcomeMeta = "consent-outcome";
