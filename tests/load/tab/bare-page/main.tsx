import { Button, FluentProvider, webLightTheme } from "@fluentui/react-components";
import { createRoot } from "react-dom/client";

const element = document.getElementById("app");
if (!element) throw new Error("The page has no place for the button.");

createRoot(element).render(
  <FluentProvider theme={webLightTheme}>
    <h1>One button</h1>
    <Button appearance="primary">Press</Button>
  </FluentProvider>,
);
