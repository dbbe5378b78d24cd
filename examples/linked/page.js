// The dataset switcher: data/index.json lists the folders; choosing one sets the `src` of the widget.
const widget = document.querySelector("when-where");
const select = document.querySelector("#dataset");

const index = await (await fetch("/data/index.json")).json();
for (const { folder, title, counts } of index.datasets) {
  select.append(new Option(`${title} (${counts.records})`, folder));
}
select.append(new Option("All datasets", "all"));

function show(folder) {
  widget.setAttribute("src", folder === "all" ? "/data/all.json" : `/data/${folder}/incidents.json`);
}

const asked = new URLSearchParams(location.search).get("dataset");
select.value = [...select.options].some(({ value }) => value === asked) ? asked : "cabo-delgado-attacks";
show(select.value);

select.addEventListener("change", () => {
  history.replaceState(null, "", `?dataset=${encodeURIComponent(select.value)}`);
  show(select.value);
});
