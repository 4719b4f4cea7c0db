/** The static tabs of the personal app, besides the chat. */
export const personalPages = ["home", "journal", "about"] as const;
export type PersonalPage = (typeof personalPages)[number];

/** Where the server serves what Teams frames: the personal tab's pages, the side panel, the stage. */
export const appUrls = {
  personalTab: (appUrl: string, page: PersonalPage) => `${appUrl}/tab/index.html#/${page}`,
  sidePanel: (appUrl: string) => `${appUrl}/tab/panel.html`,
  stage: (appUrl: string) => `${appUrl}/tab/stage.html`,
};
