import { QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense, useLayoutEffect, useState } from "react";
import { useApp } from "./app-context.tsx";
import { Loading } from "./components/loading.tsx";
import { hashFor, routeOf, useRoute } from "./hash-route.ts";
import { HomePage } from "./pages/home/home-page.tsx";
import { createQueryClient } from "./queries.ts";
import { startPage } from "./start-page.tsx";

const JournalPage = lazy(() =>
  import("./pages/journal/journal-page.tsx").then((page) => ({ default: page.JournalPage })),
);
const CohortBookingPage = lazy(() =>
  import("./pages/cohort-booking/cohort-booking-page.tsx").then((page) => ({ default: page.CohortBookingPage })),
);
const PreparePage = lazy(() => import("./meeting/prepare-page.tsx").then((page) => ({ default: page.PreparePage })));
const ReflectPage = lazy(() => import("./meeting/reflect-page.tsx").then((page) => ({ default: page.ReflectPage })));
const PromptsPage = lazy(() =>
  import("./pages/prompts/prompts-page.tsx").then((page) => ({ default: page.PromptsPage })),
);
const PromptEditorPage = lazy(() =>
  import("./pages/prompt-editor/prompt-editor-page.tsx").then((page) => ({ default: page.PromptEditorPage })),
);
const CalendarConnection = lazy(() =>
  import("./pages/about/calendar-connection.tsx").then((part) => ({ default: part.CalendarConnection })),
);
const AboutPage = lazy(() => import("./pages/about/about-page.tsx").then((page) => ({ default: page.AboutPage })));

/** The personal tab: Home, Journal, About, a cohort's booking, prompts and what is around a check-in, told apart by the address's hash. */
function PersonalTab() {
  const [client] = useState(createQueryClient);
  const route = useRoute();
  const { host } = useApp();
  useLayoutEffect(() => {
    const hash = hashFor(host.subPage, location.hash);
    if (hash) location.replace(hash);
  }, [host]);
  return (
    <QueryClientProvider client={client}>
      <Suspense fallback={<Loading />}>
        {route.page === "home" && <HomePage />}
        {route.page === "journal" && <JournalPage route={route} />}
        {route.page === "about" && (
          <AboutPage>
            <CalendarConnection isWanted={route.part === "calendar"} />
          </AboutPage>
        )}
        {route.page === "prepare" && route.part && <PreparePage checkInId={route.part} />}
        {route.page === "reflect" && route.part && <ReflectPage checkInId={route.part} />}
        {route.page === "prompts" && <PromptsPage />}
        {route.page === "prompt-editor" && <PromptEditorPage part={route.part} />}
        {route.page === "cohort-booking" && route.part && <CohortBookingPage cohortId={route.part} />}
      </Suspense>
    </QueryClientProvider>
  );
}

/** About needs nobody to be signed in: the app's listing links to it. */
const aboutAlone = () =>
  routeOf(location.hash).page === "about" ? (
    <Suspense fallback={<Loading />}>
      <AboutPage />
    </Suspense>
  ) : null;

await startPage({ ground: "canvas", inTeams: () => <PersonalTab />, anywhere: aboutAlone });
