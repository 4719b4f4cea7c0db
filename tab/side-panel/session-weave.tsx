import { makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import { panelMessages } from "../../shared/content/panel-messages.ts";
import type { SessionView } from "../../shared/contract/sessions.ts";
import { useLocale } from "../app-context.tsx";
import { useWidth } from "../components/use-width.ts";
import { VoiceMark } from "../components/voice-mark.tsx";
import { markPlaces, TurnWeave } from "../components/weave.tsx";
import { openerFirst } from "./session-state.ts";
import { TurnRing } from "./turn-ring.tsx";
import { weaveOf } from "./weave-of.ts";

/** Height without captions, where room is short. */
const lowHeight = 26;
const lowOfThree = 38;

/**
 * The weave of the session, one and the same through all its steps, so that it moves where the conversation moves: apart until everybody is here,
 * wide towards whoever speaks, apart again where each writes alone, together when it is read. Who opens today stands left.
 */
export function SessionWeave({
  session,
  turnPart,
}: {
  readonly session: SessionView;
  /** How much of the turn has passed, for a ring round the speaker's mark; `null` for none. */
  readonly turnPart: number | null;
}) {
  const styles = useStyles();
  const [ref, width] = useWidth();
  const say = panelMessages(useLocale());
  const { filled, lean, isApart, captions } = weaveOf(session, say);
  const members = openerFirst(session);
  const height = captions ? 44 : members.length > 2 ? lowOfThree : lowHeight;
  const speaker = members.find(({ id }) => id === session.speaker);
  const at = speaker && markPlaces(members.length, width, height)[members.indexOf(speaker)];
  return (
    <div ref={ref} className={styles.weave}>
      <TurnWeave
        width={width}
        height={height}
        lean={lean}
        apart={isApart}
        voices={members.map(({ id, voice }) => ({ voice, filled: filled.includes(id) }))}
      />
      {turnPart !== null && speaker && at && <TurnRing voice={speaker.voice} part={turnPart} at={at} />}
      {captions && (
        <div className={styles.captions}>
          {members.map(({ id, voice }) => (
            <span key={id} className={mergeClasses(styles.caption, lean !== 0 && filled.includes(id) && styles.strong)}>
              {members.length > 2 && <VoiceMark voice={voice} hollow={!filled.includes(id)} size={10} />} {captions[id]}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  weave: { position: "relative", flexShrink: 0 },
  captions: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", columnGap: "8px" },
  caption: { ...typographyStyles.caption1, overflowWrap: "anywhere", ":last-child": { textAlign: "right" } },
  strong: { fontWeight: tokens.fontWeightSemibold },
});
