import { Checkbox, Field, Textarea } from "@fluentui/react-components";
import { useId } from "react";
import { promptsEditorMessages } from "../../../shared/content/prompts-editor-messages.ts";
import { promptsMessages } from "../../../shared/content/prompts-messages.ts";
import type { PromptWords } from "../../../shared/contract/prompts.ts";
import { purposes } from "../../../shared/domain/programme.ts";
import { topicLabels } from "../../../shared/domain/prompt.ts";
import { useLocale } from "../../app-context.tsx";
import { RadioWords } from "../../components/radio-words.tsx";
import { usePageStyles } from "../../theme/page-styles.ts";
import { useEditorStyles } from "./editor.styles.ts";
import { FollowUpFields } from "./follow-up-fields.tsx";
import { PlaceFields } from "./place-fields.tsx";
import { limits, type missingIn } from "./prompt-words.ts";

export interface FormProps {
  readonly words: PromptWords;
  readonly missing: ReturnType<typeof missingIn>;
  readonly onWords: (words: PromptWords) => void;
}

/** The words of a prompt, where it belongs, and what it touches. */
export function PromptForm(props: FormProps) {
  const { words, missing, onWords } = props;
  const locale = useLocale();
  const say = promptsEditorMessages(locale);
  const also = promptsMessages(locale);
  const isMissing = (part: FormProps["missing"][number]) =>
    missing.includes(part) ? { validationMessage: say.missing } : {};
  return (
    <>
      <Field label={say.text} hint={say.textHint} {...isMissing("text")}>
        <Textarea
          value={words.text}
          rows={2}
          resize="vertical"
          maxLength={limits.text}
          onChange={(_, { value }) => onWords({ ...words, text: value })}
        />
      </Field>
      <FollowUpFields {...props} />
      <Field label={also.lighter} hint={say.lighterHint} {...isMissing("lighter")}>
        <Textarea
          value={words.lighter}
          rows={2}
          resize="vertical"
          maxLength={limits.lighter}
          onChange={(_, { value }) => onWords({ ...words, lighter: value })}
        />
      </Field>
      <PlaceFields {...props} />
      <Several
        label={say.topics}
        hint={say.topicsHint}
        values={topicLabels}
        chosen={words.labels}
        most={limits.topics}
        nameOf={also.topicName}
        onChoose={(labels) => onWords({ ...words, labels })}
      />
      <Several
        label={say.purposes}
        hint={say.purposesHint}
        values={purposes}
        chosen={words.purposes}
        most={purposes.length}
        nameOf={(purpose) => say.purposeNames[purpose]}
        onChoose={(chosen) => onWords({ ...words, purposes: chosen })}
      />
    </>
  );
}

/** Several of many, up to `most`. */
function Several<Value extends string>({
  label,
  hint,
  values,
  chosen,
  most,
  nameOf,
  onChoose,
}: {
  readonly label: string;
  readonly hint: string;
  readonly values: readonly Value[];
  readonly chosen: readonly Value[];
  readonly most: number;
  readonly nameOf: (value: Value) => string;
  readonly onChoose: (chosen: Value[]) => void;
}) {
  const page = usePageStyles();
  const styles = useEditorStyles();
  const id = useId();
  const isFull = chosen.length >= most;
  return (
    <div role="group" aria-labelledby={id} aria-describedby={`${id}hint`}>
      <div id={id} className={styles.legend}>
        {label}
      </div>
      <div id={`${id}hint`} className={page.small}>
        {hint}
      </div>
      <div className={styles.checks}>
        {values.map((value) => {
          const isChosen = chosen.includes(value);
          return (
            <Checkbox
              key={value}
              checked={isChosen}
              disabled={isFull && !isChosen}
              label={<RadioWords>{nameOf(value)}</RadioWords>}
              onChange={() => onChoose(values.filter((one) => (one === value ? !isChosen : chosen.includes(one))))}
            />
          );
        })}
      </div>
    </div>
  );
}
