import { QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { Loading } from "./components/loading.tsx";
import { routeOf, useRoute } from "./hash-route.ts";
import { HomePage } from "./pages/home/home-page.tsx";
import { createQueryClient } from "./queries.ts";
import { startPage } from "./start-page.tsx";

const JournalPage = lazy(() =>
  import("./pages/journal/journal-page.tsx").then((page) => ({ default: page.JournalPage })),
);
const AboutPage = lazy(() => import("./pages/about/about-page.tsx").then((page) => ({ default: page.AboutPage })));

/** The personal tab: Home, Journal and About, told apart by the address's hash. */
function PersonalTab() {
  const [client] = useState(createQueryClient);
  const route = useRoute();
  return (
    <QueryClientProvider client={client}>
      <Suspense fallback={<Loading />}>
        {route.page === "home" && <HomePage />}
        {route.page === "journal" && <JournalPage route={route} />}
        {route.page === "about" && <AboutPage />}
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
