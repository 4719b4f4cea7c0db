import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { meetingMessages } from "../../shared/content/meeting-messages.ts";
import type { SessionView } from "../../shared/contract/sessions.ts";
import { useLocale } from "../app-context.tsx";
import { useWidth } from "../components/use-width.ts";
import { VoiceMark } from "../components/voice-mark.tsx";
import { StageControls } from "./stage-controls.tsx";
import { StageWeave, towards } from "./stage-weave.tsx";
import { openerFirst, sizeOf, speaking, stageCaption, stageWords } from "./stage-words.ts";
import type { FollowedSession } from "./use-followed-session.ts";

/** What the pair sees while its prompt is on the stage. */
export function StageView({
  session,
  act,
  isActing,
}: Pick<FollowedSession, "act" | "isActing"> & { readonly session: SessionView }) {
  const styles = useStyles();
  const say = meetingMessages(useLocale());
  const { above, large } = stageWords(session, say);
  const members = openerFirst(session);
  const filled = speaking(session);
  const [ref, width] = useWidth();
  return (
    <main className={styles.stage}>
      <div className={styles.words}>
        {above && <p className={styles.above}>{above}</p>}
        <h1 className={mergeClasses(styles.prompt, styles[sizeOf(large)])}>{large}</h1>
      </div>
      <div ref={ref} className={styles.weave}>
        <StageWeave
          width={width}
          towards={towards(session, members[0]?.id)}
          voices={members.map(({ id, voice }) => ({ voice, filled: filled.includes(id) }))}
        />
        <div className={styles.names}>
          {members.map(({ id, name, voice }) => {
            const caption = stageCaption(session, id, name, say);
            return (
              <span key={id} className={mergeClasses(styles.name, caption !== name && styles.speaks)}>
                {members.length > 2 && <VoiceMark voice={voice} hollow={!filled.includes(id)} size={16} />}
                {caption}
              </span>
            );
          })}
        </div>
      </div>
      <StageControls session={session} act={act} isActing={isActing} />
      <div role="status" className={styles.told}>
        {[large, ...members.map(({ id, name }) => stageCaption(session, id, name, say))].join(". ")}
      </div>
    </main>
  );
}

const useStyles = makeStyles({
  stage: {
    minHeight: "100dvh",
    boxSizing: "border-box",
    display: "grid",
    gridTemplateRows: "minmax(0, 1fr) auto auto",
    rowGap: "min(4vh, 28px)",
    padding: "min(13vh, 96px) min(9.4vw, 120px) min(5vh, 32px)",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  words: { display: "grid", alignContent: "start", rowGap: "min(2vh, 16px)", minWidth: 0 },
  above: { margin: 0, fontSize: "clamp(14px, 1.7vw, 20px)", lineHeight: 1.4, color: tokens.colorNeutralForeground2 },
  prompt: {
    margin: 0,
    maxWidth: "19em",
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: 1.235,
    textWrap: "balance",
    overflowWrap: "anywhere",
  },
  largest: { fontSize: "clamp(26px, min(5.3vw, 9.4vh), 96px)" },
  large: { fontSize: "clamp(24px, min(4.5vw, 7.9vh), 84px)" },
  long: { fontSize: "clamp(22px, min(3.9vw, 6.7vh), 72px)" },
  weave: { display: "grid", rowGap: "min(3vh, 20px)", minWidth: 0 },
  names: { display: "flex", justifyContent: "space-between", gap: "16px" },
  name: {
    display: "inline-flex",
    alignItems: "center",
    gap: "8px",
    fontSize: "clamp(16px, min(2.2vw, 3.9vh), 36px)",
    lineHeight: 1.286,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
    ":last-child": { textAlign: "right" },
  },
  speaks: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  told: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});
