import { makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import type { SessionView } from "../../shared/contract/sessions.ts";
import { useWidth } from "../components/use-width.ts";
import { VoiceMark } from "../components/voice-mark.tsx";
import { TurnWeave } from "../components/weave.tsx";

/** The weave of a session with a line under each voice's mark. Who opens stands left. */
export function SessionWeave({
  session,
  filled,
  lean = 0,
  apart = false,
  caption,
}: {
  readonly session: SessionView;
  /** Whose mark is filled, by id. */
  readonly filled: readonly string[];
  readonly lean?: number;
  readonly apart?: boolean;
  /** What stands under a voice's mark; `null` leaves it out. */
  readonly caption: ((id: string, name: string) => string) | null;
}) {
  const styles = useStyles();
  const [ref, width] = useWidth();
  const members = openerFirst(session);
  return (
    <div ref={ref} className={styles.weave}>
      <TurnWeave
        width={width}
        lean={lean}
        apart={apart}
        voices={members.map(({ id, voice }) => ({ voice, filled: filled.includes(id) }))}
      />
      {caption && (
        <div className={styles.captions}>
          {members.map(({ id, name, voice }) => (
            <span key={id} className={mergeClasses(styles.caption, lean !== 0 && filled.includes(id) && styles.strong)}>
              {members.length > 2 && <VoiceMark voice={voice} hollow={!filled.includes(id)} size={10} />}
              {caption(id, name)}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}

/** The members with whoever opens today first. */
export function openerFirst({ members, opener }: SessionView): SessionView["members"] {
  const first = members.findIndex(({ id }) => id === opener);
  return [...members.slice(first), ...members.slice(0, first)];
}

const useStyles = makeStyles({
  weave: { marginTop: "8px" },
  captions: { display: "flex", justifyContent: "space-between", gap: "8px" },
  caption: { ...typographyStyles.caption1, overflowWrap: "anywhere", ":last-child": { textAlign: "right" } },
  strong: { fontWeight: tokens.fontWeightSemibold },
});
