import { expect, it } from "vitest";
import { markdownToHtml } from "./markdown.ts";

it("shows the Markdown that Teams shows", () => {
  expect(markdownToHtml("**Booked** for _Wednesday_ at `11:00`")).toBe(
    "<p><strong>Booked</strong> for <em>Wednesday</em> at <code>11:00</code></p>",
  );
  expect(markdownToHtml("One\nTwo\n\nThree")).toBe("<p>One<br>Two</p><p>Three</p>");
  expect(markdownToHtml("- Goals\n- Journal")).toBe("<ul><li>Goals</li><li>Journal</li></ul>");
  expect(markdownToHtml("1. Agree\n2. Meet")).toBe("<ol><li>Agree</li><li>Meet</li></ol>");
  expect(markdownToHtml("[Join](https://teams.microsoft.com/l/x?a=1&b=2)")).toBe(
    '<p><a href="https://teams.microsoft.com/l/x?a=1&amp;b=2" target="_blank" rel="noopener">Join</a></p>',
  );
});

it("leaves words with signs in them alone", () => {
  expect(markdownToHtml("a_file_ or b*c* stays")).toBe("<p>a_file_ or b*c* stays</p>");
  expect(markdownToHtml("snake_case_name and 2 * 3 * 4")).toBe("<p>snake_case_name and 2 * 3 * 4</p>");
});

it("never lets markup or a script address through", () => {
  const html = markdownToHtml('<img src=x onerror="alert(1)"> [x](javascript:alert(1)) [y](https://a"onclick="z)');
  expect(html).not.toContain("<img");
  expect(html).not.toContain('href="javascript');
  expect(html).not.toMatch(/"onclick/);
});
