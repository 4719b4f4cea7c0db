import { useEffect } from "react";
import { promptsMessages } from "../../../shared/content/prompts-messages.ts";
import type { Home } from "../../../shared/contract/home.ts";
import { stageOf } from "../../../shared/domain/cohort.ts";
import { usualDepth } from "../../../shared/domain/depth.ts";
import { problemOf } from "../../api-client.ts";
import { useLocale } from "../../app-context.tsx";
import { Loading } from "../../components/loading.tsx";
import { namesOf, partnersOf } from "../../components/people.ts";
import { Unread } from "../../components/unread.tsx";
import { useHome } from "../../queries.ts";
import { Prompts } from "./prompts.tsx";
import { type PromptList, useBrought, usePrompts } from "./prompts-queries.ts";

/** The prompts and exercises to read ahead in, beginning with the pair's next session. */
export function PromptsPage() {
  const say = promptsMessages(useLocale());
  const home = useHome();
  const list = usePrompts();
  useEffect(() => {
    document.title = say.pageTitle;
  }, [say]);
  if (home.data && list.data) return <WithPair home={home.data} list={list.data} />;
  const [failed] = [home, list].filter((one) => one.isError);
  return failed ? <Unread problem={problemOf(failed.error)} onRetry={() => void failed.refetch()} /> : <Loading />;
}

function WithPair({ home: { pair, person }, list }: { readonly home: Home; readonly list: PromptList }) {
  const checkIn = pair?.next ?? null;
  const preparation = useBrought(checkIn?.id ?? null);
  const reading = {
    partners: pair ? namesOf(partnersOf(pair.members, person.id)) : [],
    stage: stageOf(checkIn?.number ?? pair?.nextNumber ?? 1),
    // Until it is known what is brought, nothing can be brought in its place.
    checkIn: preparation.data ? checkIn : null,
    brought: preparation.data?.brought ?? null,
    openDepth: preparation.data?.depth.open ?? usualDepth,
    favourites: list.favourites,
    muted: list.muted,
  };
  return <Prompts prompts={list.prompts} reading={reading} isSettled={checkIn === null || !preparation.isPending} />;
}
