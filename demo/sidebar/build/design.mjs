// The part of the Salesforce Lightning Design System that the component's markup needs, held to the component: a page that
// shows it keeps its own looks.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createRequire } from "node:module";
import postcss from "postcss";

const STYLES = "@salesforce-ux/design-system/assets/styles/salesforce-lightning-design-system.css";
const SCOPE = ":where(c-sidelight)";

// what lightning-icon and lightning-button-icon put on their elements, as they are used here
const BASE = ["button", "button_icon", "button_icon-bare", "button__icon", "icon", "icon_xx-small", "icon-text-default"];
const ELEMENTS = "article|section|h2|h3|h4|h5|p|ul|ol|li|dl|dt|dd|blockquote|button|summary|details|a|svg|time|\\*";
const OLD_BROWSERS = /^-(?:webkit-(?!appearance)|ms-|moz-)/;
const RESET = new RegExp(`^(?:${ELEMENTS})(?:::?(?:before|after|hover|focus|active))?$`);

export function design({ here, components, banner }) {
  return {
    name: "design",
    generateBundle() {
      const wanted = new Set([...BASE.map((name) => `slds-${name}`), ...named(components)]);
      const css = postcss.parse(readFileSync(createRequire(import.meta.url).resolve(STYLES), "utf8"));
      css.walkComments((comment) => comment.remove());
      css.walkAtRules((rule) => {
        if (!["media", "supports", "layer"].includes(rule.name)) rule.remove();
      });
      css.walkRules((rule) => keep(rule, wanted));
      css.walkDecls((decl) => {
        if (OLD_BROWSERS.test(decl.prop) || OLD_BROWSERS.test(decl.value)) decl.remove();
      });
      // inner ones first: a group of rules is empty once its rules are
      css.walkRules((rule) => rule.nodes.length > 0 || rule.remove());
      css.walkAtRules((rule) => rule.nodes?.length > 0 || rule.remove());
      const rules = css.toString().replace(/\s+/g, " ").replaceAll("} ", "}\n").trim();
      const source = `${banner}${readFileSync(join(here, "page.css"), "utf8")}${rules}\n`;
      this.emitFile({ type: "asset", fileName: "sidelight.css", source });
    },
  };
}

function named(components) {
  const files = readdirSync(components, { recursive: true }).filter((name) => /^sidelight\w*\/[\w]+\.(?:html|js)$/.test(name));
  return files.flatMap((name) => readFileSync(join(components, name), "utf8").match(/slds-[\w-]+/g) ?? []);
}

// A rule stays with those of its selectors that can meet something here; where none can, it goes.
function keep(rule, wanted) {
  const kept = rule.selectors.filter((selector) => {
    const classes = selector.match(/\.[\w-]+/g) ?? [];
    return classes.length > 0 ? classes.every((name) => wanted.has(name.slice(1))) : RESET.test(selector);
  });
  if (kept.length === 0) rule.remove();
  else rule.selectors = kept.map((selector) => `${SCOPE} ${selector}`);
}
