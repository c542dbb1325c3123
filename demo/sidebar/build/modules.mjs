// Where the build finds what Salesforce provides: stand-ins, the words of all languages, and the icons that are used.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const STANDINS = {
  "lightning/uiRecordApi": "uiRecordApi.js",
  "lightning/uiRelatedListApi": "uiRelatedListApi.js",
  "lightning/navigation": "navigation.js",
};
const ORG = {
  "@salesforce/i18n/dir": "dir",
  "@salesforce/i18n/locale": "locale",
  "@salesforce/i18n/timeZone": "timeZone",
  "@salesforce/user/Id": "userId",
};
const LABEL = "@salesforce/label/c.";
const LANGUAGES = "sidelight:languages";
const ZENDESK_ONLY = ["insert", "inserted", "insert_failed", "inserted_note", "insert_there", "show_parts"];

export function platform({ here, components, translations }) {
  const org = JSON.stringify(join(here, "standins", "org.js"));
  return {
    name: "platform",
    resolveId(source, importer) {
      if (source in STANDINS) return join(here, "standins", STANDINS[source]);
      if (source in ORG || source.startsWith(LABEL) || source === LANGUAGES) return `\0${source}`;
      // the components lie where no package of this build is found: they import as if they lay here
      const isOutside = importer?.startsWith(components) && !source.startsWith(".") && !source.startsWith("/");
      return isOutside ? this.resolve(source, join(here, "mount.js"), { skipSelf: true }) : null;
    },
    load(id) {
      const source = id.slice(1);
      if (!id.startsWith("\0")) return null;
      if (source in ORG) return `export { ${ORG[source]} as default } from ${org};`;
      if (source.startsWith(LABEL)) {
        const name = source.slice(LABEL.length);
        return `import { onTexts } from ${org};
          let text = "";
          onTexts((texts) => { text = texts.${name} ?? ""; });
          export { text as default };`;
      }
      return source === LANGUAGES ? `export default ${JSON.stringify(readTexts(translations))};` : null;
    },
  };
}

// A region's file holds what is said otherwise there: its language's file holds the rest.
function readTexts(folder) {
  const languages = readdirSync(folder).filter((name) => name.endsWith(".json")).map((name) => name.replace(".json", "")).sort();
  return Object.fromEntries(
    languages.map((language) => {
      const said = { ...textsOf(folder, language.split("-")[0]), ...textsOf(folder, language) };
      const texts = Object.entries(said).filter(([key]) => !ZENDESK_ONLY.includes(key));
      return [language, Object.fromEntries(texts)];
    }),
  );
}

function textsOf(folder, language) {
  return JSON.parse(readFileSync(join(folder, `${language}.json`), "utf8")).sidebar;
}

// The base components bring every icon of the design system: 2 MB of templates. These stay.
export function icons(names) {
  const wanted = names.map((name) => [name, `utility_${name}`]);
  return {
    name: "icons",
    load(id) {
      if (/iconSvgTemplatesUtility(Rtl)?\/buildTemplates\/templates\.js$/.test(id)) {
        const imports = wanted.map(([file, name]) => `import ${name} from "./utility/${file}.html";`).join("\n");
        return `${imports}\nexport default { ${wanted.map(([, name]) => name).join(", ")} };`;
      }
      if (/iconSvgTemplates\w+\/iconSvgTemplates\w+\.js$/.test(id) && !/TemplatesUtility(Rtl)?\.js$/.test(id)) {
        return "export default {};";
      }
      return /iconUtils\/iconColors\.js$/.test(id) ? "export const iconColors = {};" : null;
    },
  };
}
