import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { type MeetingMessages, meetingMessages } from "../../shared/content/meeting-messages.ts";
import type { SessionView } from "../../shared/contract/sessions.ts";
import { useLocale } from "../app-context.tsx";
import type { FollowedSession, StageCommand } from "./use-followed-session.ts";

/** What can be done from the stage, small and quiet: either of the pair may go on, and either may clear it. */
export function StageControls({
  session,
  act,
  isActing,
}: Pick<FollowedSession, "act" | "isActing"> & { readonly session: SessionView }) {
  const styles = useStyles();
  const say = meetingMessages(useLocale());
  const controls: readonly Control[] = [...stepsFrom(session, say), ["unstage", say.unstage]];
  return (
    <div role="group" aria-label={say.stageDrive} className={styles.controls}>
      {controls.map(([type, words]) => (
        <Button
          key={type}
          appearance="subtle"
          className={styles.control}
          disabledFocusable={isActing}
          // A double click counts once: its second half would land on the step that follows.
          onClick={({ detail }) => detail < 2 && act(type)}
        >
          {words}
        </Button>
      ))}
    </div>
  );
}

type Control = readonly [type: StageCommand, words: string];

/** The steps that lead on from where the session is. */
export function stepsFrom(session: SessionView, say: MeetingMessages): readonly Control[] {
  const { phase, members, exercise, exerciseStep } = session;
  const changeOver: Control = ["change-over", isLastTurn(session) ? say.thatWasAll(members.length) : say.changeOver];
  if (phase === "turn") return [["ask", say.ask], changeOver];
  if (phase === "follow-up") return [changeOver];
  if (phase !== "exercise" || !exercise) return [];
  const back: readonly Control[] = exerciseStep > 0 ? [["step-back", say.stepBack]] : [];
  const next: readonly Control[] = exerciseStep < exercise.steps.length - 1 ? [["next-step", say.nextStep]] : [];
  return [...next, ...back];
}

/** Whether nobody is left to have the turn after the present speaker. */
const isLastTurn = ({ members, speaker, spoken }: SessionView): boolean =>
  members.every(({ id }) => id === speaker || spoken.includes(id));

const useStyles = makeStyles({
  controls: { display: "flex", flexWrap: "wrap", gap: "4px 12px", marginInlineStart: "-12px", minHeight: "40px" },
  control: {
    minHeight: "40px",
    minWidth: "auto",
    paddingInline: "12px",
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
});
