import { Button, Link } from "@fluentui/react-components";
import { useState } from "react";
import { promptsEditorMessages } from "../../../shared/content/prompts-editor-messages.ts";
import { promptsMessages } from "../../../shared/content/prompts-messages.ts";
import type { EditorPromptView } from "../../../shared/contract/prompts.ts";
import { useLocale } from "../../app-context.tsx";
import { Chevron, Plus } from "../../components/icons.tsx";
import { usePageStyles } from "../../theme/page-styles.ts";
import { inOrder } from "../prompts/find-prompts.ts";
import { GroupedList } from "../prompts/prompt-list.tsx";
import { usePromptsStyles } from "../prompts/prompts.styles.ts";
import { useEditorStyles } from "./editor.styles.ts";
import { LibraryRow } from "./library-row.tsx";
import { isShown, type Look, type Shown } from "./look.ts";
import { LookFields } from "./look-fields.tsx";

/** Every prompt of the library, with a way to write another, to retire one and to bring it back. */
export function Library({ prompts, said }: { readonly prompts: readonly EditorPromptView[]; readonly said: string }) {
  const page = usePageStyles();
  const list = usePromptsStyles();
  const styles = useEditorStyles();
  const say = promptsEditorMessages(useLocale());
  const [look, setLook] = useState<Look>({ shown: "offered", stage: null, words: "" });
  // What was just retired or brought back stays in its place until something else is looked for.
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const change = (next: Look) => {
    setLook(next);
    setTouched(new Set());
  };
  const listed = inOrder(prompts.filter((prompt) => touched.has(prompt.id) || isShown(prompt, look)));
  return (
    <>
      <Link href="#/home" className={list.back}>
        <Chevron turn="left" />
        {say.back}
      </Link>
      <div className={styles.head}>
        <h1 tabIndex={-1} className={page.title}>
          {say.title}
        </h1>
        <Button as="a" href="#/prompt-editor/new" appearance="primary" icon={<Plus />} className={styles.tall}>
          {say.write}
        </Button>
      </div>
      <p className={list.lead}>{say.lead}</p>
      <p role="status" className={said ? styles.said : undefined}>
        {said}
      </p>
      <div className={styles.library}>
        <LookFields look={look} onLook={change} />
        <Count prompts={prompts.filter((prompt) => isShown(prompt, look))} look={look} />
        <GroupedList
          key={JSON.stringify(look)}
          prompts={listed}
          by={look.stage ? "theme" : "stage"}
          row={(prompt) => (
            <LibraryRow
              key={prompt.id}
              prompt={prompt}
              onTouch={() => setTouched((all) => new Set([...all, prompt.id]))}
            />
          )}
        />
      </div>
    </>
  );
}

function Count({ prompts, look }: { readonly prompts: readonly EditorPromptView[]; readonly look: Look }) {
  const list = usePromptsStyles();
  const locale = useLocale();
  const say = promptsEditorMessages(locale);
  const none: Partial<Record<Shown, string>> = { own: say.noOwn, retired: say.noRetired };
  const isAnything = look.stage === null && look.words.trim() === "";
  const empty = (isAnything && none[look.shown]) || say.nothing;
  return (
    <p role="status" className={list.count}>
      {prompts.length === 0 ? empty : promptsMessages(locale).count(prompts.length)}
    </p>
  );
}
