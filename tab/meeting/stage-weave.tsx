import type { SessionView } from "../../shared/contract/sessions.ts";
import type { Voice } from "../../shared/domain/person.ts";
import { useGlide } from "../components/use-glide.ts";
import { shapePath } from "../components/voice-mark.tsx";
import { braidWeave, type Mark, strand, turnWeave } from "../components/weave-geometry.ts";
import { voiceColour, voiceDash } from "../theme/app-theme.ts";

/** A voice in the weave: filled while it speaks. */
interface StageVoice {
  readonly voice: Voice;
  readonly filled: boolean;
}

const inset = 6;
const lobes = 6;

/** How much of the full lean a turn takes here: at this size the full one makes the listener's end look as if it faded. */
const lean = 0.5;

/** From how wide a stage on strokes and marks are twice their size; below it they are as in the panel. */
const wide = 640;

/** The weave at the size of a stage, wide at whoever speaks. The words under it say the same, so it is silent. */
export function StageWeave({
  voices,
  towards,
  width,
}: {
  /** Who opens stands left. */
  readonly voices: readonly StageVoice[];
  /** 1 while the left voice speaks, -1 while the right one does, 0 while nobody does. */
  readonly towards: number;
  /** In CSS pixels; 0 before it is known. */
  readonly width: number;
}) {
  const gliding = useGlide(towards * lean);
  const scale = width < wide ? 1 : 2;
  const across = width / scale;
  const high = Math.max(36, Math.min(across * 0.11, 64));
  if (width === 0) return <div style={{ height: high * scale }} />;
  const middle = high / 2;
  const isPair = voices.length === 2;
  const slope = Math.min(0.2765, (middle - 4) / (0.75 * widestLobe(across)));
  const strands = isPair
    ? turnWeave({ left: inset, right: across - inset, middle, lobes, lean: gliding, marks: marksOf(voices), slope })
    : braidWeave({ width: across - 2 * inset - 8, reach: middle - 8, middle, lobes });
  return (
    <svg width={width} height={high * scale} viewBox={`0 0 ${across} ${high}`} aria-hidden="true">
      <g transform={isPair ? undefined : `translate(${inset + 8} 0)`}>
        {voices.map(({ voice }, index) => (
          <path
            key={voice}
            d={strands[index]}
            fill="none"
            strokeWidth={strand.stroke}
            style={{ stroke: voiceColour(voice), strokeDasharray: voiceDash(voice) }}
          />
        ))}
      </g>
      {voices.map((one, index) => (
        <StageMark
          key={one.voice}
          of={one}
          x={isPair && index === 1 ? across - inset : inset}
          y={isPair ? middle : middle + (index - 1) * (middle - 8)}
        />
      ))}
    </svg>
  );
}

/** The widest lobe of a leaning weave, for its height. */
const widestLobe = (across: number): number => {
  const ratio = 0.74 ** lean;
  return ((across - 2 * inset) * (1 - ratio)) / (1 - ratio ** lobes);
};

const mark = ({ filled }: StageVoice | { readonly filled: boolean }): Mark =>
  filled ? { radius: 6, hollow: false } : { radius: 5, hollow: true };

const marksOf = ([left, right]: readonly StageVoice[]): readonly [Mark, Mark] => [
  mark(left ?? { filled: true }),
  mark(right ?? { filled: true }),
];

function StageMark({ of, x, y }: { readonly of: StageVoice; readonly x: number; readonly y: number }) {
  const { voice, filled } = of;
  return (
    <path
      d={shapePath(voice, x, y, filled ? 5 : 4)}
      fill={filled ? voiceColour(voice) : "none"}
      stroke={voiceColour(voice)}
      strokeWidth={filled ? 0 : strand.stroke}
    />
  );
}

/** Towards whom a session's weave leans. */
export function towards({ phase, speaker }: SessionView, left: string | undefined): number {
  if (phase !== "turn" && phase !== "follow-up") return 0;
  return speaker === left ? 1 : -1;
}
