import { Link } from "@fluentui/react-components";
import { useState } from "react";
import { promptsMessages } from "../../../shared/content/prompts-messages.ts";
import type { LibraryPromptView } from "../../../shared/contract/prompts.ts";
import { useLocale } from "../../app-context.tsx";
import { usePageStyles } from "../../theme/page-styles.ts";
import { findablePrompt, fits, inOrder, type Wish } from "./find-prompts.ts";
import { OtherWays } from "./other-ways.tsx";
import { PromptList } from "./prompt-list.tsx";
import { usePromptsStyles } from "./prompts.styles.ts";
import { mutedOf, type Reading } from "./reading.ts";

interface FoundProps {
  readonly prompts: readonly LibraryPromptView[];
  readonly wish: Wish;
  readonly onWish: (wish: Wish) => void;
  readonly reading: Reading;
}

/** The prompts that fit the wish, without those on topics that the reader leaves out, unless just these are asked for. */
export function FoundPrompts({ prompts, wish, onWish, reading }: FoundProps) {
  const page = usePageStyles();
  const styles = usePromptsStyles();
  const say = promptsMessages(useLocale());
  const [listsAll, setListsAll] = useState(false);
  const fitting = inOrder(prompts.filter((prompt) => fits(findablePrompt(prompt), wish)));
  const isAskedFor = wish.topic !== null && reading.muted.includes(wish.topic);
  const near = fitting.filter((prompt) => isAskedFor || mutedOf(prompt, reading).length === 0);
  const leftOut = fitting.length - near.length;
  const listed = listsAll ? fitting : near;
  return (
    <>
      <p role="status" className={styles.count}>
        {listed.length === 0 ? say.nothing : say.count(listed.length)}
      </p>
      {listed.length === 0 && <OtherWays wish={wish} onWish={onWish} />}
      <PromptList key={JSON.stringify(wish)} prompts={listed} by={wish.stage ? "theme" : "stage"} reading={reading} />
      {leftOut > 0 && (
        <p className={page.sentence}>
          {!listsAll && `${say.leftOut(leftOut)} `}
          <Link as="button" inline onClick={() => setListsAll(!listsAll)}>
            {listsAll ? say.dontList : say.listThem}
          </Link>
        </p>
      )}
    </>
  );
}
