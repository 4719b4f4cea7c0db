import { makeStyles, tokens } from "@fluentui/react-components";
import type { Voice } from "../../shared/domain/person.ts";
import { voiceColour, voiceDash } from "../theme/app-theme.ts";
import { useGlide } from "./use-glide.ts";
import { shapePath } from "./voice-mark.tsx";
import { apartWeave, braidWeave, type Mark, type Strands, strand, turnWeave, type Year } from "./weave-geometry.ts";

/** A voice in a weave: drawn filled while speaking or present, hollow while listening or awaited. */
export interface WovenVoice {
  readonly voice: Voice;
  readonly filled: boolean;
}

const usualHeight = 44;
const inset = 6;

/** Where the marks of a weave are, in CSS pixels: two at its ends, or three one below the other. */
export function markPlaces(
  count: number,
  width: number,
  height = usualHeight,
): readonly (readonly [x: number, y: number])[] {
  const middle = height / 2;
  if (count > 2) return [-1, 0, 1].map((row) => [inset, middle + row * braidReach(height)]);
  return [
    [inset, middle],
    [width - inset, middle],
  ];
}

const braidReach = (height: number): number => (height * 15) / usualHeight;

/**
 * The weave of a conversation. Text beside it says the same, so it is silent for screen readers.
 *
 * @param voices - in order: who opens stands left.
 * @param lean - from 1, the left voice speaks, over 0, nobody does, to -1, the right voice speaks.
 * @param width - in CSS pixels.
 */
export function TurnWeave({
  voices,
  lean,
  apart = false,
  width,
  height = usualHeight,
}: {
  readonly voices: readonly WovenVoice[];
  readonly lean: number;
  readonly apart?: boolean;
  readonly width: number;
  readonly height?: number;
}) {
  const gliding = useGlide(lean);
  const middle = height / 2;
  if (width === 0) return <div style={{ height }} />;
  if (voices.length > 2) return <Braid voices={voices} width={width} height={height} />;
  const [left, right] = voices;
  if (!left || !right) return null;
  const ends = { left: inset, right: width - inset, middle, marks: [markOf(left), markOf(right)] as const };
  const strands = apart ? apartWeave(ends) : turnWeave({ ...ends, ...lobesIn(width, height, lean), lean: gliding });
  return (
    <svg width={width} height={height} aria-hidden="true">
      <VoiceStrands strands={strands} voices={voices} />
      <WeaveMark of={left} x={inset} y={middle} />
      <WeaveMark of={right} x={width - inset} y={middle} />
    </svg>
  );
}

/** Lobes as wide as the eye likes them, and no higher than their room: a full lean makes the first one wider and higher. */
const lobesIn = (width: number, height: number, lean: number) => {
  const lobes = width > widestForFive ? 7 : 5;
  const highest = ((height / 2 - strand.stroke) * lobes) / (width - 2 * inset);
  return { lobes, slope: Math.min(usualSlope, lean === 0 ? highest : highest * roomForLean) };
};
const widestForFive = 340;
const usualSlope = 0.2765;
const roomForLean = 0.75;

/** Three strands. The strand of the one who speaks is the thicker one. */
function Braid({
  voices,
  width,
  height,
}: {
  readonly voices: readonly WovenVoice[];
  readonly width: number;
  readonly height: number;
}) {
  const middle = height / 2;
  const reach = braidReach(height);
  const speaking = voices.filter(({ filled }) => filled);
  const strands = braidWeave({ width: width - 2 * inset - 8, reach, middle, lobes: 6 });
  return (
    <svg width={width} height={height} aria-hidden="true">
      <g transform={`translate(${inset + 8} 0)`}>
        <VoiceStrands
          strands={strands}
          voices={voices}
          thick={speaking.length === 1 ? speaking[0]?.voice : undefined}
        />
      </g>
      {voices.map((one, index) => (
        <WeaveMark key={one.voice} of={one} x={inset} y={middle + (index - 1) * reach} />
      ))}
    </svg>
  );
}

const markOf = ({ filled }: WovenVoice): Mark => (filled ? { radius: 6, hollow: false } : { radius: 5, hollow: true });

function WeaveMark({
  of: { voice, filled },
  x,
  y,
}: {
  readonly of: WovenVoice;
  readonly x: number;
  readonly y: number;
}) {
  const path = shapePath(voice, x, y, filled ? 5 : 4);
  return (
    <path
      d={path}
      fill={filled ? voiceColour(voice) : "none"}
      stroke={voiceColour(voice)}
      strokeWidth={filled ? 0 : strand.stroke}
    />
  );
}

function VoiceStrands({
  strands,
  voices,
  thick,
}: {
  readonly strands: Strands;
  readonly voices: readonly Pick<WovenVoice, "voice">[];
  readonly thick?: Voice | undefined;
}) {
  return voices.map(({ voice }, index) => (
    <path
      key={voice}
      d={strands[index]}
      fill="none"
      strokeWidth={voice === thick ? strand.stroke * 1.75 : strand.stroke}
      style={{ stroke: voiceColour(voice), strokeDasharray: voiceDash(voice) }}
    />
  ));
}

/** The year's weave: coloured as far as it is lived, a dot at the next session, dotted ahead. Silent: the list under it says the same. */
export function YearWeave({
  year,
  voices,
  width,
  height: tall,
}: {
  readonly year: Year;
  readonly voices: readonly Voice[];
  readonly width: number;
  readonly height: number;
}) {
  const styles = useStyles();
  return (
    <svg width={width} height={tall} aria-hidden="true" className={styles.year}>
      {year.ahead.map((path, index) => (
        <path key={voices[index]} d={path} className={styles.ahead} />
      ))}
      <VoiceStrands strands={year.past} voices={voices.map((voice) => ({ voice }))} />
      {year.next && <circle cx={year.next[0]} cy={year.next[1]} r="5" className={styles.dot} />}
    </svg>
  );
}

const useStyles = makeStyles({
  year: { display: "block", overflow: "visible" },
  ahead: { fill: "none", stroke: tokens.colorNeutralForeground3, strokeWidth: "1.25", strokeDasharray: "2 4" },
  dot: { fill: tokens.colorNeutralForeground1 },
});
