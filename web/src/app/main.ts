/* The entry point of every page: theme and language at once, the stage only where there is one. */

import "./main.css";
import { startLanguageSwitch, startTheme } from "./theme";
import { pageLang, strings } from "./strings";

document.documentElement.classList.add("js");
startTheme(strings(pageLang()));
startLanguageSwitch();

if (document.querySelector("main.play .stage, main.lesson .stage")) {
  void import("./page").then(({ start }) => start());
}
