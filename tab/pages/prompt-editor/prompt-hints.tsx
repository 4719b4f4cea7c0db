import { mergeClasses } from "@fluentui/react-components";
import { useDeferredValue } from "react";
import { type PromptsEditorMessages, promptsEditorMessages } from "../../../shared/content/prompts-editor-messages.ts";
import type { PromptWords } from "../../../shared/contract/prompts.ts";
import { useLocale } from "../../app-context.tsx";
import { usePageStyles } from "../../theme/page-styles.ts";
import { usePromptsStyles } from "../prompts/prompts.styles.ts";
import { useEditorStyles } from "./editor.styles.ts";
import { type Hint, hintsFor, type Place } from "./hints-for.ts";
import { missingIn } from "./prompt-words.ts";

/** What might be worth another look, by the rules the built-in prompts keep to. Nothing here stands in the way of keeping the words. */
export function PromptHints({ words }: { readonly words: PromptWords }) {
  const page = usePageStyles();
  const list = usePromptsStyles();
  const styles = useEditorStyles();
  const say = promptsEditorMessages(useLocale());
  const latest = useDeferredValue(words);
  const hints = hintsFor(latest).map((hint) => sentenceFor(hint, say));
  if (hints.length === 0 && missingIn(latest).length > 0) return null;
  return (
    <section aria-labelledby="hints" className={styles.hints}>
      <h2 id="hints" className={page.section}>
        {say.hintsTitle}
      </h2>
      <p className={mergeClasses(page.small, list.details)}>{hints.length === 0 ? say.noHints : say.hintsLead}</p>
      <ul className={styles.hintLines}>
        {hints.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ul>
    </section>
  );
}

/** The sentence for a hint. */
function sentenceFor(hint: Hint, say: PromptsEditorMessages): string {
  switch (hint.kind) {
    case "word":
      return say.hint.word(placeIn(hint.place, say), hint.found, hint.why);
    case "one-way":
      return say.hint.oneWay(placeIn(hint.place, say), hint.found);
    case "long":
      return say.hint.long(placeIn(hint.place, say), hint.most);
    case "ending":
    case "question":
      return say.hint[hint.kind](placeIn(hint.place, say));
    case "minutes":
      return say.hint.minutes(hint.least, hint.most);
    default:
      return say.hint[hint.kind];
  }
}

const placeIn = (place: Place, say: PromptsEditorMessages): string => {
  if (place === "text") return say.inText;
  return place === "lighter" ? say.inLighter : say.inFollowUp(place + 1);
};
