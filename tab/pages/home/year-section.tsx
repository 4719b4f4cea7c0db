import { makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import type { CSSProperties } from "react";
import { homeMessages } from "../../../shared/content/tab-messages.ts";
import { date, day, type Reader } from "../../../shared/content/when.ts";
import type { PairHome } from "../../../shared/contract/home.ts";
import { useEveryViewMessages, useLocale } from "../../app-context.tsx";
import { useNow } from "../../components/use-now.ts";
import { useWidth } from "../../components/use-width.ts";
import { VoiceMark } from "../../components/voice-mark.tsx";
import { YearWeave } from "../../components/weave.tsx";
import { yearWeave } from "../../components/weave-geometry.ts";
import { narrow, usePageStyles } from "../../theme/page-styles.ts";

const height = 48;
/** How far the voices’ names reach beyond the weave, so that their marks stand level with the strands. */
const overhang = 5;

/** The year as a weave: the voices cross at each session held, and meet in the next one. */
export function YearSection({ pair, reader }: { readonly pair: PairHome; readonly reader: Reader }) {
  const styles = useStyles();
  const say = homeMessages(useLocale());
  const [ref, width] = useWidth();
  const held = pair.year.filter((one) => one.heldAt !== null).length;
  const reach = pair.members.length > 2 ? 20 : 21;
  const shape = {
    width,
    reach,
    middle: height / 2,
    sessions: pair.year.length,
    held,
    voices: pair.members.length,
    dot: 5,
  };
  return (
    <section className={styles.year} aria-label={say.yearLabel}>
      <Voices pair={pair} />
      <div className={styles.line} ref={ref}>
        {width > 0 ? (
          <YearWeave
            year={yearWeave(shape)}
            voices={pair.members.map(({ voice }) => voice)}
            width={width}
            height={height}
          />
        ) : (
          <div style={{ height }} />
        )}
        <Stages pair={pair} held={held} reader={reader} />
      </div>
    </section>
  );
}

function Voices({ pair }: { readonly pair: PairHome }) {
  const styles = useStyles();
  return (
    <ul className={styles.voices} style={{ height: height + 2 * overhang }}>
      {pair.members.map(({ id, name, voice }) => (
        <li key={id} className={styles.voice}>
          <VoiceMark voice={voice} />
          {name}
        </li>
      ))}
    </ul>
  );
}

function Stages({ pair, held, reader }: { readonly pair: PairHome; readonly held: number; readonly reader: Reader }) {
  const styles = useStyles();
  const page = usePageStyles();
  const say = homeMessages(useLocale());
  const { stages } = useEveryViewMessages();
  const now = useNow();
  return (
    <ol className={mergeClasses(page.list, styles.stages)} style={underNext(held, pair.year.length)}>
      {pair.year.map(({ stage, heldAt, bookedAt }, index) => (
        <li
          key={stage}
          className={mergeClasses(styles.stage, index === held ? styles.current : styles.other)}
          aria-current={index === held ? "step" : undefined}
        >
          <span className={index === held ? styles.currentName : undefined}>
            {stages[stage]}
            {bookedAt && <span className={styles.comma}>,</span>}
          </span>
          {heldAt && (
            <time dateTime={heldAt} className={page.small}>
              <span className={page.hidden}>{say.held} </span>
              {date(heldAt, reader, now)}
            </time>
          )}
          {!heldAt && bookedAt && (
            <time dateTime={bookedAt} className={mergeClasses(page.small, styles.booked)}>
              {day(bookedAt, reader, now)}
            </time>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Where the next session's label stands when it is the only one shown: under its dot, as near as the edges allow. */
const underNext = (held: number, sessions: number) =>
  ({ "--before-next": held + 0.5, "--after-next": Math.max(sessions - held - 0.5, 0) }) as CSSProperties;

const useStyles = makeStyles({
  year: { display: "flex", gap: "16px", marginTop: "24px", [narrow]: { marginTop: "16px" } },
  voices: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    justifyContent: "space-between",
    minWidth: "48px",
    maxWidth: "96px",
    boxSizing: "border-box",
    marginBlock: `${-overhang}px`,
  },
  voice: { ...typographyStyles.caption1, display: "flex", alignItems: "center", gap: "5px" },
  line: { flexGrow: 1, minWidth: 0 },
  stages: {
    display: "flex",
    marginTop: "12px",
    [narrow]: {
      marginTop: "8px",
      "::before": { content: '""', flexGrow: "var(--before-next)" },
      "::after": { content: '""', flexGrow: "var(--after-next)" },
    },
  },
  stage: {
    ...typographyStyles.caption1,
    flex: "1 1 0",
    minWidth: 0,
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    textAlign: "center",
  },
  current: { [narrow]: { flexDirection: "row", flex: "none", gap: "0.3em", fontWeight: tokens.fontWeightSemibold } },
  comma: { display: "none", [narrow]: { display: "inline" } },
  currentName: { fontWeight: tokens.fontWeightSemibold },
  other: {
    [narrow]: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
  },
  booked: { [narrow]: { color: "inherit", fontWeight: tokens.fontWeightSemibold, fontSize: "inherit" } },
});
