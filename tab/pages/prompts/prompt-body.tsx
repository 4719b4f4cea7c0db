import { useId } from "react";
import { promptsMessages } from "../../../shared/content/prompts-messages.ts";
import type { LibraryPromptView } from "../../../shared/contract/prompts.ts";
import { useLocale } from "../../app-context.tsx";
import { usePageStyles } from "../../theme/page-styles.ts";
import { usePromptsStyles } from "./prompts.styles.ts";
import type { Reading } from "./reading.ts";

/** What goes with a prompt: questions to ask further, and the lighter twin. */
export function PromptBody({
  prompt: { followUps, lighter },
}: {
  readonly prompt: Pick<LibraryPromptView, "followUps" | "lighter">;
}) {
  const styles = usePromptsStyles();
  const say = promptsMessages(useLocale());
  const id = useId();
  return (
    <>
      <div>
        <h3 id={id} className={styles.part}>
          {say.followUps}
        </h3>
        <ul aria-labelledby={id} className={styles.lines}>
          {followUps.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      </div>
      <div>
        <h3 className={styles.part}>{say.lighter}</h3>
        <p className={styles.line}>{lighter}</p>
      </div>
    </>
  );
}

/** What a pair should know of a prompt beforehand: who shares first, and when it opens. */
export function PromptNotes({
  prompt: { whoFirst, depth },
  reading: { partners, openDepth },
}: {
  readonly prompt: Pick<LibraryPromptView, "whoFirst" | "depth">;
  readonly reading: Pick<Reading, "partners" | "openDepth">;
}) {
  const page = usePageStyles();
  const say = promptsMessages(useLocale());
  return (
    <>
      {whoFirst === "more-authority" && <p className={page.sentence}>{say.authority(partners)}</p>}
      {depth > openDepth && (depth === 3 || depth === 4) && (
        <p className={page.sentence}>{say.deeper(depth, partners)}</p>
      )}
    </>
  );
}
