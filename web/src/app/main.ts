/* The entry point of every page: theme and language at once, the stage only where there is one. */

import "./main.css";
import { startLanguageSwitch, startTheme } from "./theme";
import { pageLang, strings } from "./strings";

document.documentElement.classList.add("js");
startTheme(strings(pageLang()));
startLanguageSwitch();

const t = strings(pageLang());
const bring = (): void => {
  import("./page").then(({ start }) => start()).catch((e: unknown) => {
    // The page stays what the build made it: text and recorded pictures.
    console.error(e);
    const host = document.querySelector(".stage"), note = document.createElement("p");
    note.className = "none";
    note.textContent = t.pageDamaged;
    host?.prepend(note);
  });
};

if (document.querySelector("main.play .stage, main.lesson .beside .stage")) bring();

// On the home page the engine is fetched only for whoever wants to run something.
const caption = document.querySelector(".home .live figcaption");
if (caption) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn";
  button.textContent = t.runHere;
  button.addEventListener("click", () => { button.disabled = true; bring(); });
  caption.prepend(button);
}
