// The dataset switcher: data/index.json lists the folders; choosing one sets the `src` of the widget.
const widget = document.querySelector("when-where");
const select = document.querySelector("#dataset");

const index = await (await fetch("/data/index.json")).json();
for (const { file, title, records } of [...index.datasets, index.all]) {
  select.append(new Option(`${title} (${records})`, `/data/${file}`));
}

function show(src) {
  select.value = src;
  widget.setAttribute("src", src);
}

const asked = `/data/${new URLSearchParams(location.search).get("dataset")}/incidents.json`;
show([...select.options].find(({ value }) => value === asked)?.value ?? select.options[0].value);

select.addEventListener("change", () => {
  const folder = select.value.split("/")[2];
  history.replaceState(null, "", `?dataset=${encodeURIComponent(folder)}`);
  show(select.value);
});
