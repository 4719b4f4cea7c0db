import { Field, SearchBox, Select } from "@fluentui/react-components";
import { promptsEditorMessages } from "../../../shared/content/prompts-editor-messages.ts";
import { promptsMessages } from "../../../shared/content/prompts-messages.ts";
import { stages } from "../../../shared/domain/cohort.ts";
import { useEveryViewMessages, useLocale } from "../../app-context.tsx";
import { Choice } from "../prompts/choice.tsx";
import { usePromptsStyles } from "../prompts/prompts.styles.ts";
import { useEditorStyles } from "./editor.styles.ts";
import { type Look, shownParts } from "./look.ts";

/** Which part of the library, for which session, with which words. */
export function LookFields({ look, onLook }: { readonly look: Look; readonly onLook: (look: Look) => void }) {
  const styles = useEditorStyles();
  const list = usePromptsStyles();
  const locale = useLocale();
  const say = promptsEditorMessages(locale);
  const also = promptsMessages(locale);
  const { stages: names } = useEveryViewMessages();
  return (
    <div role="search" aria-label={say.inThisPage} className={styles.look}>
      <Field label={say.show}>
        <Select
          value={look.shown}
          onChange={(_, { value }) => onLook({ ...look, shown: shownParts.find((one) => one === value) ?? "all" })}
        >
          {shownParts.map((part) => (
            <option key={part} value={part}>
              {say.shown[part]}
            </option>
          ))}
        </Select>
      </Field>
      <Choice
        label={also.session}
        any={also.everySession}
        values={stages}
        chosen={look.stage}
        nameOf={(stage) => also.sessionAndStage(stages.indexOf(stage) + 1, names[stage], false)}
        onChoose={(stage) => onLook({ ...look, stage })}
      />
      <Field label={also.search}>
        <SearchBox
          className={list.search}
          value={look.words}
          onChange={(_, { value }) => onLook({ ...look, words: value })}
        />
      </Field>
    </div>
  );
}
