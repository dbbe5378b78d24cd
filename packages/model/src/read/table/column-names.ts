import type { ColumnTarget } from "../reader.ts";

/**
 * Names by which columns are recognised, in English, French, Portuguese, Spanish, German, Russian, Ukrainian,
 * Arabic, Persian and Chinese.
 * The first column that bears a name of a target gets it; earlier names are better ones.
 */
const NAMES: Readonly<Record<ColumnTarget, string>> = {
  id: "id incident_id event_id eventid record_id uuid guid identifier identifiant identificador kennung ref reference slug code globaleventid 编号",
  title:
    "title headline name incident event heading event_title titre titulo titel uberschrift название заголовок عنوان العنوان заглавие назва 标题 名称 titular manchete schlagzeile intitule",
  summary:
    "summary description notes note_text text details content body comment comments resume descricao descripcion beschreibung описание وصف الوصف опис شرح توضیحات 描述 说明 摘要 what_happened resumo resumen zusammenfassung",
  category:
    "category event_type type categorie categoria kategorie disorder_type attack_type incident_type категория тип نوع категорія نوع_حادثه دسته 类型 类别 事件类型 art tipo tipo_de_evento type_d_evenement ereignisart вид_события",
  kind: "kind sub_event_type subtype sub_type subcategory weapon weapon_type",
  status: "status",
  date: "edtf date when event_date incident_date date_of_incident date_occurred occurred occurred_at datetime date_time day_date sqldate timestamp data fecha datum дата تاريخ التاريخ date_evenement date_de_l_incident data_do_evento fecha_del_evento تاریخ تاریخ_حادثه 日期 事件日期 发生日期 дата_події дата_происшествия дата_события datum_des_vorfalls data_do_incidente fecha_del_incidente تاريخ_الحادث",
  start:
    "start date_start start_date startdate started started_at begin begins began from_date date_from earliest date_debut debut data_inicio inicio fecha_inicio beginn startdatum дата_начала تاريخ_البداية дата_початку تاریخ_شروع 开始日期 开始时间",
  end: "end date_end end_date enddate ended ended_at ends to_date date_to until latest date_fin fin data_fim fim fecha_fin ende enddatum дата_окончания تاريخ_النهاية дата_закінчення تاریخ_پایان 结束日期 结束时间",
  time: "time event_time time_of_day heure hora uhrzeit время الوقت час ساعت الساعة 时间 uhr",
  year: "year iyear annee ano jahr год سنة السنة рік سال 年 年份",
  month: "month imonth mois mes monat месяц شهر الشهر місяць ماه 月 月份",
  day: "day iday jour dia день يوم روز 日",
  span: "span",
  zone: "zone timezone time_zone tz",
  dateLabel: "date_label display_date date_text date_as_given",
  count: "count happenings",
  countAtLeast: "count_at_least",
  lon: "lon longitude lng long x_coord lon_dd longitud langengrad laenge lange долгота خط_الطول الطول довгота طول طول_جغرافیایی 经度 lange_e",
  lat: "lat latitude y_coord lat_dd latitud breitengrad breite широта خط_العرض العرض عرض عرض_جغرافیایی 纬度",
  latLon:
    "latlon lat_lon latlng lat_lng coordinates coordinate coords geolocation location_coordinates gps point geo coordonnees coordenadas koordinaten координаты احداثيات الاحداثيات координати مختصات 坐标",
  place:
    "place location place_name location_name where city town settlement village site lieu endroit ville local lugar ciudad cidade ort stadt место место_события город مكان المكان الموقع المدينة місце місто населений_пункт населенный_пункт شهر محل مکان 地点 城市 位置 ubicacion localidad localidade localite commune municipio municipality gemeinde",
  precision: "precision place_precision geo_precision_word",
  radiusM: "radius_m radiusm radius accuracy_m uncertainty_m coordinateuncertaintyinmeters",
  basis: "radius_basis basis",
  obscured: "obscured",
  inferred: "place_inferred",
  admin1:
    "admin1 adm1 adm_1 province state governorate oblast bundesland provincia estado область المحافظة провинция губернаторство استان ولایت ولاية 省 省份 oblast_name departement departamento",
  country: "country country_code iso2 pays pais land страна الدولة البلد країна کشور 国家 دولة",
  geometry: "geometry geom geojson",
  from: "from_place origin",
  actors:
    "actors actor actor1 perpetrator perpetrators group gname acteur acteurs ator atores actores akteur akteure актор исполнитель виконавець نیرو عامل الفاعل الجاني 肇事者 行为者 auteur auteurs autor autores tater perpetrador perpetradores",
  killed:
    "killed fatalities deaths dead nkill fatality_count number_killed morts tues mortos muertos tote getotete погибло погибшие قتلى القتلى загиблі убитые کشته کشته_شدگان عدد_القتلى 死亡 死亡人数 fallecidos deces",
  injured:
    "injured wounded nwound injuries number_injured blesses feridos heridos verletzte раненые جرحى الجرحى поранені زخمی زخمی_ها عدد_الجرحى 受伤 受伤人数",
  figures: "figures",
  claims: "claims",
  relations: "relations",
  locators: "locators",
  sources:
    "sources source source_name quelle quellen fuente fuentes fonte fontes источник المصدر джерело منبع منابع 来源 消息来源",
  url: "url source_url sourceurl link uri web_link lien enlace ссылка رابط посилання الرابط پیوند لینک 链接 网址 ligacao source_link",
  tags: "tags tag keywords labels mots_cles etiquetas palavras_chave schlagworte теги мітки 标签 برچسب",
  sensitivity: "sensitivity",
  note: "note",
  extra: "extra",
};

/** HXL tags by target; a row of them beats all names. */
const HXL: readonly (readonly [tag: RegExp, target: ColumnTarget])[] = [
  [/^#date\+start/, "start"],
  [/^#date\+end/, "end"],
  [/^#date(\+occurred)?$/, "date"],
  [/^#geo\+lat/, "lat"],
  [/^#geo\+lon/, "lon"],
  [/^#loc(\+name)?$/, "place"],
  [/^#adm1\+name/, "admin1"],
  [/^#country\+name/, "country"],
  [/^#affected\+killed/, "killed"],
  [/^#affected\+injured/, "injured"],
  [/^#(event|cause)(\+name|\+type)?$/, "category"],
  [/^#description/, "summary"],
  [/^#meta\+source/, "sources"],
  [/^#meta\+id|^#event\+id/, "id"],
];

/** All targets, in the order in which columns are given away. */
export const TARGETS = Object.keys(NAMES) as readonly ColumnTarget[];

const NORMAL_NAMES: ReadonlyMap<ColumnTarget, readonly string[]> = /* @__PURE__ */ new Map(
  TARGETS.map((target) => [target, NAMES[target].split(" ").map(normalName)]),
);

/** Names of a target in the form of {@link normalName}, best first. */
export function namesOf(target: ColumnTarget): readonly string[] {
  return NORMAL_NAMES.get(target) ?? [];
}

const ALL_NAMES: ReadonlySet<string> = /* @__PURE__ */ new Set([...NORMAL_NAMES.values()].flat());

/** Whether a name in the form of {@link normalName} is one of any target. */
export function isColumnName(name: string): boolean {
  return ALL_NAMES.has(name);
}

/** The target that an HXL tag stands for. */
export function hxlTarget(tag: string): ColumnTarget | null {
  const plain = tag.trim().toLowerCase().replace(/\s+/g, "");
  return HXL.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** A column name for comparison: small letters without accents, words joined by one underscore. */
export function normalName(name: string): string {
  if (/^[a-z0-9]+$/.test(name)) return name;
  return name
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_+|_+$/g, "");
}
