import { Button } from "@fluentui/react-components";
import { promptsMessages } from "../../../shared/content/prompts-messages.ts";
import { useLocale } from "../../app-context.tsx";
import type { Wish } from "./find-prompts.ts";
import { usePromptsStyles } from "./prompts.styles.ts";

/** Where nothing fits what is looked for: a wider look. */
export function OtherWays({ wish, onWish }: { readonly wish: Wish; readonly onWish: (wish: Wish) => void }) {
  const styles = usePromptsStyles();
  const say = promptsMessages(useLocale());
  const isNarrow = wish.words.trim() !== "" || wish.theme !== null || wish.topic !== null;
  return (
    <div className={styles.buttons}>
      {wish.stage !== null && <Button onClick={() => onWish({ ...wish, stage: null })}>{say.widen}</Button>}
      {isNarrow && (
        <Button appearance="subtle" onClick={() => onWish({ ...wish, theme: null, topic: null, words: "" })}>
          {say.clear}
        </Button>
      )}
    </div>
  );
}
