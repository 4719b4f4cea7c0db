import { useState } from "react";
import { promptsMessages } from "../../../shared/content/prompts-messages.ts";
import type { LibraryPromptView } from "../../../shared/contract/prompts.ts";
import { useLocale } from "../../app-context.tsx";
import { AudienceLine } from "../../components/audience-line.tsx";
import { usePageStyles } from "../../theme/page-styles.ts";
import { inOrder } from "./find-prompts.ts";
import { PromptList } from "./prompt-list.tsx";
import { usePromptsStyles } from "./prompts.styles.ts";
import type { Reading } from "./reading.ts";

/** What the reader keeps for when the time is right. What is removed here stays in its place until the reader goes elsewhere. */
export function Favourites({
  prompts,
  reading,
}: {
  readonly prompts: readonly LibraryPromptView[];
  readonly reading: Reading;
}) {
  const page = usePageStyles();
  const styles = usePromptsStyles();
  const say = promptsMessages(useLocale());
  const [before] = useState(reading.favourites);
  const ids = new Set([...before, ...reading.favourites]);
  const listed = inOrder(prompts.filter(({ id }) => ids.has(id)));
  return (
    <>
      <p className={styles.reachLine}>
        <AudienceLine reach="author">{say.onlyYou}</AudienceLine>
      </p>
      {listed.length === 0 && <p className={page.sentence}>{say.noFavourites}</p>}
      <PromptList prompts={listed} by="stage" reading={reading} />
    </>
  );
}
