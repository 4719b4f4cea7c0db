import { Link } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { promptsEditorMessages } from "../../../shared/content/prompts-editor-messages.ts";
import type { EditorPromptView } from "../../../shared/contract/prompts.ts";
import { problemOf } from "../../api-client.ts";
import { useLocale } from "../../app-context.tsx";
import { Loading } from "../../components/loading.tsx";
import { useProblemSentence } from "../../components/problem-line.tsx";
import { QuietPage } from "../../components/quiet-page.tsx";
import { Unread } from "../../components/unread.tsx";
import { useKeptFocus } from "../../components/use-kept-focus.ts";
import { usePageStyles } from "../../theme/page-styles.ts";
import { Library } from "./library.tsx";
import { useLibrary } from "./library-queries.ts";
import { Writing } from "./writing.tsx";

/** The organisation's library, for coordinators: the list, or the prompt that is being written. */
export function PromptEditorPage({ part }: { readonly part: string | null }) {
  const say = promptsEditorMessages(useLocale());
  const sentenceOf = useProblemSentence();
  const library = useLibrary();
  useEffect(() => {
    document.title = say.pageTitle;
  }, [say]);
  if (library.data) return <Loaded part={part} prompts={library.data.prompts} />;
  if (!library.isError) return <Loading />;
  const problem = problemOf(library.error);
  if (problem.refusal !== "not-a-coordinator")
    return <Unread problem={problem} onRetry={() => void library.refetch()} />;
  return (
    <QuietPage title={say.coordinatorsOnly} sentence={sentenceOf(problem)}>
      <Link href="#/home">{say.back}</Link>
    </QuietPage>
  );
}

function Loaded({ part, prompts }: { readonly part: string | null; readonly prompts: readonly EditorPromptView[] }) {
  const page = usePageStyles();
  const [said, setSaid] = useState("");
  const main = useRef<HTMLElement>(null);
  useKeptFocus(main, part ?? "list", "h1");
  const leave = (sentence: string) => {
    setSaid(sentence);
    location.hash = "#/prompt-editor";
  };
  return (
    <main ref={main} className={page.page}>
      {part === null ? (
        <Library prompts={prompts} said={said} />
      ) : (
        <Writing key={part} part={part} prompts={prompts} onLeave={leave} />
      )}
    </main>
  );
}
