import type { Voice } from "../../shared/domain/person.ts";
import { voiceColour } from "../theme/app-theme.ts";
import { voiceLooks } from "../theme/voices.ts";

/** Outline of a voice's shape around a centre, as an SVG path. `radius` is the disc's; the others look as large. */
export function shapePath(voice: Voice, x: number, y: number, radius: number): string {
  const { shape } = voiceLooks[voice];
  if (shape === "disc")
    return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
  const far = radius * 1.25;
  if (shape === "diamond") return `M${x} ${y - far}L${x + far} ${y}L${x} ${y + far}L${x - far} ${y}Z`;
  return `M${x} ${y - far}L${x + far} ${y + far * 0.8}L${x - far} ${y + far * 0.8}Z`;
}

/** A voice's mark before its name; the name says who it is, so the mark itself is silent. */
export function VoiceMark({
  voice,
  hollow = false,
  size = 12,
}: {
  readonly voice: Voice;
  readonly hollow?: boolean;
  readonly size?: number;
}) {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" style={{ flexShrink: 0 }}>
      <path
        d={shapePath(voice, 6, 6, hollow ? 3.75 : 4.5)}
        fill={hollow ? "none" : voiceColour(voice)}
        stroke={hollow ? voiceColour(voice) : "none"}
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
    </svg>
  );
}
