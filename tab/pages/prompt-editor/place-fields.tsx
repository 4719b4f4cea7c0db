import { Field, Select } from "@fluentui/react-components";
import { promptsEditorMessages } from "../../../shared/content/prompts-editor-messages.ts";
import { promptsMessages } from "../../../shared/content/prompts-messages.ts";
import { stages } from "../../../shared/domain/cohort.ts";
import { depthCeiling, depths, promptKinds, themes, whoFirst } from "../../../shared/domain/prompt.ts";
import { useEveryViewMessages, useLocale } from "../../app-context.tsx";
import { useEditorStyles } from "./editor.styles.ts";
import type { FormProps } from "./prompt-form.tsx";
import { atStage, offeredMinutes } from "./prompt-words.ts";

/** Where in the year a prompt belongs, how deep it goes, how long it takes and who begins. */
export function PlaceFields({ words, onWords }: FormProps) {
  const styles = useEditorStyles();
  const locale = useLocale();
  const say = promptsEditorMessages(locale);
  const also = promptsMessages(locale);
  const { stages: names } = useEveryViewMessages();
  return (
    <div className={styles.places}>
      <OneOf
        label={say.stage}
        values={stages}
        chosen={words.stage}
        nameOf={(stage) => also.sessionAndStage(stages.indexOf(stage) + 1, names[stage], false)}
        onChoose={(stage) => onWords(atStage(words, stage))}
      />
      <OneOf
        label={also.theme}
        values={themes}
        chosen={words.theme}
        nameOf={(theme) => also.themes[theme]}
        onChoose={(theme) => onWords({ ...words, theme })}
      />
      <OneOf
        label={say.kind}
        values={promptKinds}
        chosen={words.kind}
        nameOf={(kind) => say.kinds[kind]}
        onChoose={(kind) => onWords({ ...words, kind })}
      />
      <OneOf
        label={say.depth}
        values={depths.filter((depth) => depth <= depthCeiling[words.stage])}
        chosen={words.depth}
        nameOf={(depth) => say.depths[depth]}
        onChoose={(depth) => onWords({ ...words, depth })}
      />
      <OneOf
        label={say.minutes}
        values={offeredMinutes}
        chosen={words.minutes}
        nameOf={say.minutesOf}
        onChoose={(chosen) => onWords({ ...words, minutes: chosen })}
      />
      <OneOf
        label={say.first}
        values={whoFirst}
        chosen={words.whoFirst}
        nameOf={(first) => say.whoFirst[first]}
        onChoose={(first) => onWords({ ...words, whoFirst: first })}
      />
    </div>
  );
}

function OneOf<Value extends string | number>({
  label,
  values,
  chosen,
  nameOf,
  onChoose,
}: {
  readonly label: string;
  readonly values: readonly Value[];
  readonly chosen: Value | number;
  readonly nameOf: (value: Value) => string;
  readonly onChoose: (value: Value) => void;
}) {
  const choose = (name: string) => {
    const value = values.find((one) => String(one) === name);
    if (value !== undefined) onChoose(value);
  };
  return (
    <Field label={label}>
      <Select value={chosen} onChange={(_, { value }) => choose(value)}>
        {values.map((value) => (
          <option key={value} value={value}>
            {nameOf(value)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
