/** The static tabs of the personal app, besides the chat. */
export const personalPages = ["home", "journal", "about"] as const;
export type PersonalPage = (typeof personalPages)[number];

/** Where the server serves what Teams frames: the personal tab's pages, and what a meeting shows beside it, on it and around it. */
export const appUrls = {
  personalTab: (appUrl: string, page: PersonalPage) => `${appUrl}/tab/index.html#/${page}`,
  inMeeting: (appUrl: string) => `${appUrl}/tab/panel.html`,
};
