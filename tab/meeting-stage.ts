import { meeting } from "@microsoft/teams-js";

/** The stage of the meeting that the page stands in. None of it throws: a meeting that can't do it says no. */
export interface MeetingStage {
  /** Whether this person may put the app on the stage here. */
  readonly canShare: () => Promise<boolean>;
  /** Puts the session on the stage, for everyone in the meeting. @returns whether it is there now. */
  readonly share: () => Promise<boolean>;
  /** Takes it off again; where nothing of the app is on the stage, nothing happens. */
  readonly stop: () => Promise<void>;
}

/** Where there is no stage. */
export const noStage: MeetingStage = {
  canShare: () => Promise.resolve(false),
  share: () => Promise.resolve(false),
  stop: () => Promise.resolve(),
};

/** How long Teams may take to answer, in milliseconds; a client that knows no stage may never. */
const patience = 5_000;

/** The stage as teams-js reaches it, from the side panel or from the stage. */
export function meetingStage(calls: StageCalls = teamsCalls): MeetingStage {
  const isSharing = () => answerOf(calls.state).then((state) => state?.isAppSharing === true);
  return {
    canShare: () => answerOf(calls.capabilities).then((may) => may?.doesAppHaveSharePermission === true),
    share: async () => {
      const url = new URL("panel.html", location.href).href;
      return (await isSharing()) || (await answerOf<boolean>((done) => calls.share(done, url))) === true;
    },
    stop: async () => {
      if (await isSharing()) await answerOf<boolean>(calls.stop);
    },
  };
}

type Done<Answer> = (error: unknown, answer: Answer | null) => void;

/** What is asked of teams-js; its callbacks come with an error or with an answer. */
export interface StageCalls {
  readonly capabilities: (done: Done<{ readonly doesAppHaveSharePermission: boolean }>) => void;
  readonly state: (done: Done<{ readonly isAppSharing: boolean }>) => void;
  readonly share: (done: Done<boolean>, url: string) => void;
  readonly stop: (done: Done<boolean>) => void;
}

const teamsCalls: StageCalls = {
  capabilities: (done) => meeting.getAppContentStageSharingCapabilities(done),
  state: (done) => meeting.getAppContentStageSharingState(done),
  share: (done, url) =>
    meeting.shareAppContentToStage(done, url, { sharingProtocol: meeting.SharingProtocol.Collaborative }),
  stop: (done) => meeting.stopSharingAppContentToStage(done),
};

/** The answer, or `null` for an error, a client that doesn't know the call, and one that stays silent. */
function answerOf<Answer>(ask: (done: Done<Answer>) => void): Promise<Answer | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), patience);
    const settle = (answer: Answer | null) => {
      clearTimeout(timer);
      resolve(answer);
    };
    try {
      ask((error, answer) => settle(error ? null : answer));
    } catch {
      settle(null);
    }
  });
}
