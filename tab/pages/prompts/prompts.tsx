import { Link, Tab, TabList } from "@fluentui/react-components";
import { lazy, Suspense, useState } from "react";
import { promptsMessages } from "../../../shared/content/prompts-messages.ts";
import type { LibraryPromptView } from "../../../shared/contract/prompts.ts";
import { useLocale } from "../../app-context.tsx";
import { Chevron } from "../../components/icons.tsx";
import { Loading } from "../../components/loading.tsx";
import { usePageStyles } from "../../theme/page-styles.ts";
import { BringCard } from "./bring-card.tsx";
import { Favourites } from "./favourites.tsx";
import { type Wish } from "./find-prompts.ts";
import { FoundPrompts } from "./found-prompts.tsx";
import { MutedTopics } from "./muted-topics.tsx";
import { usePromptsStyles } from "./prompts.styles.ts";
import type { Reading } from "./reading.ts";
import { WishFields } from "./wish-fields.tsx";

const ExerciseList = lazy(() => import("./exercise-list.tsx").then((part) => ({ default: part.ExerciseList })));

const views = ["prompts", "favourites", "exercises"] as const;
type View = (typeof views)[number];

/** What lies open to read, what narrows it down, and beside it what is brought and what is left out. */
export function Prompts({
  prompts,
  reading,
  isSettled,
}: {
  readonly prompts: readonly LibraryPromptView[];
  readonly reading: Reading;
  /** Whether it is known what is brought. */
  readonly isSettled: boolean;
}) {
  const page = usePageStyles();
  const styles = usePromptsStyles();
  const say = promptsMessages(useLocale());
  const [view, setView] = useState<View>("prompts");
  const [wish, setWish] = useState<Wish>({ stage: reading.stage, theme: null, topic: null, words: "" });
  const parts = { wish, onWish: setWish, reading };
  return (
    <main className={page.page}>
      <Link href="#/home" className={styles.back}>
        <Chevron turn="left" />
        {say.back}
      </Link>
      <h1 className={page.title}>{say.title}</h1>
      <p className={styles.lead}>{say.lead}</p>
      <div className={styles.columns}>
        <div className={styles.aside}>
          {isSettled && <BringCard reading={reading} />}
          <MutedTopics reading={reading} />
        </div>
        <div className={styles.main}>
          <Views view={view} onView={setView} />
          <div role="tabpanel" id={`reading-${view}`} aria-labelledby={`view-${view}`} className={styles.panel}>
            {view !== "favourites" && <WishFields {...parts} />}
            {view === "prompts" && <FoundPrompts prompts={prompts} {...parts} />}
            {view === "favourites" && <Favourites prompts={prompts} reading={reading} />}
            {view === "exercises" && (
              <Suspense fallback={<Loading />}>
                <ExerciseList {...parts} />
              </Suspense>
            )}
          </div>
        </div>
      </div>
    </main>
  );
}

function Views({ view, onView }: { readonly view: View; readonly onView: (view: View) => void }) {
  const styles = usePromptsStyles();
  const say = promptsMessages(useLocale());
  const choose = (value: unknown) => {
    const chosen = views.find((one) => one === value);
    if (chosen) onView(chosen);
  };
  return (
    <TabList
      selectedValue={view}
      onTabSelect={(_, { value }) => choose(value)}
      aria-label={say.viewsLabel}
      className={styles.views}
    >
      {views.map((one) => (
        <Tab key={one} value={one} id={`view-${one}`} {...(one === view ? { "aria-controls": `reading-${one}` } : {})}>
          {say.views[one]}
        </Tab>
      ))}
    </TabList>
  );
}
