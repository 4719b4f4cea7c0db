/** How long a check-in may be, in minutes: from a quarter of an hour to three hours, in steps. */
export const lengthRules = { least: 15, most: 180, step: 5 } as const;

/** Whether a check-in can be so long. */
export const isPossibleLength = (minutes: number): boolean =>
  minutes >= lengthRules.least && minutes <= lengthRules.most && minutes % lengthRules.step === 0;
