import { Button, Field, Input } from "@fluentui/react-components";
import { useEffect, useId, useRef } from "react";
import { promptsEditorMessages } from "../../../shared/content/prompts-editor-messages.ts";
import { promptsMessages } from "../../../shared/content/prompts-messages.ts";
import { useLocale } from "../../app-context.tsx";
import { Cross, Plus } from "../../components/icons.tsx";
import { useEditorStyles } from "./editor.styles.ts";
import type { FormProps } from "./prompt-form.tsx";
import { limits } from "./prompt-words.ts";

/** The questions that go with a prompt, one to four. A new one takes the focus. */
export function FollowUpFields({ words, missing, onWords }: FormProps) {
  const styles = useEditorStyles();
  const locale = useLocale();
  const say = promptsEditorMessages(locale);
  const id = useId();
  const { followUps } = words;
  const place = useRef<HTMLDivElement>(null);
  const count = useRef(followUps.length);
  useEffect(() => {
    if (followUps.length === count.current) return;
    count.current = followUps.length;
    [...(place.current?.querySelectorAll("input") ?? [])].at(-1)?.focus();
  }, [followUps.length]);
  const put = (at: number, question: string) => onWords({ ...words, followUps: followUps.with(at, question) });
  const isMissing = (at: number) =>
    at === 0 && missing.includes("followUps") ? { validationMessage: say.missingFollowUp } : {};
  return (
    <div ref={place} role="group" aria-labelledby={id} className={styles.questions}>
      <div id={id} className={styles.legend}>
        {promptsMessages(locale).followUps}
      </div>
      {followUps.map((question, at) => (
        // A question has no name but its place.
        <div key={`question ${at + 1}`} className={styles.question}>
          <Field className={styles.grow} {...isMissing(at)}>
            <Input
              value={question}
              aria-label={say.followUp(at + 1)}
              maxLength={limits.followUp}
              onChange={(_, { value }) => put(at, value)}
            />
          </Field>
          {followUps.length > 1 && (
            <Button
              appearance="subtle"
              icon={<Cross />}
              aria-label={say.removeFollowUp(at + 1)}
              onClick={() => onWords({ ...words, followUps: followUps.toSpliced(at, 1) })}
            />
          )}
        </div>
      ))}
      {followUps.length < limits.followUps && (
        <div>
          <Button
            appearance="subtle"
            className={styles.flush}
            icon={<Plus />}
            onClick={() => onWords({ ...words, followUps: [...followUps, ""] })}
          >
            {say.addFollowUp}
          </Button>
        </div>
      )}
    </div>
  );
}
