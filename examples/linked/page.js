// The dataset switcher: data/index.json lists the folders; choosing one sets the `src` of the widget.
const widget = document.querySelector("when-where");
const select = document.querySelector("#dataset");
const asked = new URLSearchParams(location.search).get("dataset");

// Before the library's script has run, so that the widget does not begin with another file.
if (asked !== null) widget.setAttribute("src", asked === "all" ? "/data/all.json" : `/data/${asked}/incidents.json`);

const index = await (await fetch("/data/index.json")).json();
for (const { file, title } of [...index.datasets, index.all]) {
  select.append(new Option(title, `/data/${file}`));
}

/** The page speaks as its widget does. */
const DATASET = {
  ar: "مجموعة البيانات",
  es: "Conjunto de datos",
  fa: "مجموعهٔ داده",
  fr: "Jeu de données",
  pt: "Conjunto de dados",
  ru: "Набор данных",
  uk: "Набір даних",
  zh: "数据集",
};

widget.addEventListener("ww-ready", () => {
  const word = DATASET[new Intl.Locale(widget.handle.element.lang || "en").language] ?? "Dataset";
  select.previousElementSibling.textContent = word;
  select.setAttribute("aria-label", word);
});

function show(src) {
  select.value = src;
  widget.setAttribute("src", src);
}

/** `/data/xinjiang-drills/incidents.json` -> `xinjiang-drills`, `/data/all.json` -> `all` */
const nameOf = (src) => src.split("/")[2].replace(".json", "");

show([...select.options].find(({ value }) => nameOf(value) === asked)?.value ?? select.options[0].value);

select.addEventListener("change", () => {
  history.replaceState(null, "", `?dataset=${encodeURIComponent(nameOf(select.value))}`);
  show(select.value);
});
