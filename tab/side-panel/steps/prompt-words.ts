import type { SessionView } from "../../../shared/contract/sessions.ts";
import type { StepProps } from "../step.tsx";

/** What a turn is given besides. */
export interface TurnProps extends StepProps {
  readonly ring: readonly [isShown: boolean, toggle: () => void];
  /** Whether the ring is shown and full. */
  readonly isFull: boolean;
}

/** The prompt as it stands: itself, or its lighter twin. */
export const wordsOfPrompt = ({ prompt, isLight }: Pick<SessionView, "prompt" | "isLight">): string =>
  (isLight ? prompt?.lighter : prompt?.text) ?? "";
