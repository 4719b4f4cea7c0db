import { makeStyles, tokens } from "@fluentui/react-components";
import type { Voice } from "../../shared/domain/person.ts";
import { voiceColour } from "../theme/app-theme.ts";

const radius = 9.5;
const around = 2 * Math.PI * radius;
const box = 24;

/** A ring round the mark of whoever speaks, that fills as the turn goes on. It counts nothing, warns of nothing, and is kept nowhere. */
export function TurnRing({
  voice,
  part,
  at: [x, y],
}: {
  readonly voice: Voice;
  /** How much of the turn has passed, from 0 to 1. */
  readonly part: number;
  readonly at: readonly [number, number];
}) {
  const styles = useStyles();
  return (
    <svg
      width={box}
      height={box}
      viewBox={`${-box / 2} ${-box / 2} ${box} ${box}`}
      aria-hidden="true"
      className={styles.ring}
      style={{ left: x - box / 2, top: y - box / 2 }}
      data-turn-ring={part.toFixed(2)}
    >
      <circle r={radius} fill="none" strokeWidth="1.5" className={styles.track} />
      <circle
        r={radius}
        fill="none"
        stroke={voiceColour(voice)}
        strokeWidth="2.5"
        strokeDasharray={`${part * around} ${around}`}
        transform="rotate(-90)"
        className={styles.arc}
      />
    </svg>
  );
}

const useStyles = makeStyles({
  ring: { position: "absolute", overflow: "visible", pointerEvents: "none" },
  track: { stroke: tokens.colorNeutralStroke2 },
  arc: {
    "@media (prefers-reduced-motion: no-preference)": { transition: "stroke-dasharray 1s linear" },
  },
});
