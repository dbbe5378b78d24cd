import { readIncidents } from "@whenwhere/model";
import { describe, expect, it } from "vitest";

/** Home-made files: header, two rows, and how day and month stand in them. All say the same two happenings. */
const FILES: readonly (readonly [language: string, text: string])[] = [
  [
    "English",
    "No,Incident date,Type of incident,Town,Latitude,Longitude,What happened,Fatalities,Injured,Perpetrator,Source link\n1,13/07/2021,Drone strike,Abu Dhabi,24.45,54.37,A drone hit a depot,3,12,Group A; Group B,https://example.org/1\n2,05/08/2021,Shelling,Dubai,25.2,55.27,Shells fell,0,,Group A,https://example.org/2\n",
  ],
  [
    "French",
    "N°;Date de l'incident;Type d'incident;Ville;Latitude;Longitude;Titre;Morts;Blessés;Auteurs;Lien\n1;13/07/2021;Frappe de drone;Abu Dhabi;24,45;54,37;Un drone a touché un dépôt;3;12;Groupe A; Groupe B;https://example.org/1\n2;05/08/2021;Tir;Dubai;25,2;55,27;Des obus sont tombés;0;;Groupe A;https://example.org/2\n".replace(
      "Groupe A; Groupe B",
      '"Groupe A; Groupe B"',
    ),
  ],
  [
    "Spanish",
    'Núm;Fecha del incidente;Tipo de incidente;Ciudad;Latitud;Longitud;Titular;Fallecidos;Heridos;Autores;Enlace\n1;13/07/2021;Ataque;Abu Dhabi;24,45;54,37;Un dron alcanzó un depósito;3;12;"Grupo A; Grupo B";https://example.org/1\n2;05/08/2021;Tiroteo;Dubai;25,2;55,27;Cayeron obuses;0;;Grupo A;https://example.org/2\n',
  ],
  [
    "Portuguese",
    'N.º;Data do incidente;Tipo de incidente;Cidade;Latitude;Longitude;Título;Mortos;Feridos;Autores;Ligação\n1;13/07/2021;Ataque;Abu Dhabi;24,45;54,37;Um drone atingiu um depósito;3;12;"Grupo A; Grupo B";https://example.org/1\n2;05/08/2021;Tiroteio;Dubai;25,2;55,27;Caíram granadas;0;;Grupo A;https://example.org/2\n',
  ],
  [
    "German",
    'Nr.;Datum des Vorfalls;Art;Ort;Breite;Länge;Überschrift;Tote;Verletzte;Täter;Quelle (URL)\n1;13.07.2021;Angriff;Abu Dhabi;24,45;54,37;Eine Drohne traf ein Lager;3;12;"Gruppe A; Gruppe B";https://example.org/1\n2;05.08.2021;Beschuss;Dubai;25,2;55,27;Granaten fielen;0;;Gruppe A;https://example.org/2\n',
  ],
  [
    "Russian",
    '№;Дата происшествия;Тип;Город;Широта;Долгота;Заголовок;Погибшие;Раненые;Исполнитель;Ссылка\n1;13.07.2021;Удар;Abu Dhabi;24,45;54,37;Дрон попал в склад;3;12;"Группа А; Группа Б";https://example.org/1\n2;05.08.2021;Обстрел;Dubai;25,2;55,27;Упали снаряды;0;;Группа А;https://example.org/2\n',
  ],
  [
    "Ukrainian",
    '№;Дата події;Тип;Місто;Широта;Довгота;Заголовок;Загиблі;Поранені;Виконавець;Посилання\n1;13.07.2021;Удар;Abu Dhabi;24,45;54,37;Дрон влучив у склад;3;12;"Група А; Група Б";https://example.org/1\n2;05.08.2021;Обстріл;Dubai;25,2;55,27;Впали снаряди;0;;Група А;https://example.org/2\n',
  ],
  [
    "Arabic",
    "رقم,تاريخ الحادث,نوع الحادث,المدينة,خط العرض,خط الطول,العنوان,عدد القتلى,عدد الجرحى,الفاعل,الرابط\n١,١٣/٠٧/٢٠٢١,هجوم,Abu Dhabi,24.45,54.37,أصابت طائرة مستودعا,٣,١٢,المجموعة أ; المجموعة ب,https://example.org/1\n٢,٠٥/٠٨/٢٠٢١,قصف,Dubai,25.2,55.27,سقطت قذائف,٠,,المجموعة أ,https://example.org/2\n",
  ],
  [
    "Persian",
    "ردیف,تاریخ حادثه,نوع حادثه,شهر,عرض جغرافیایی,طول جغرافیایی,عنوان,کشته‌شدگان,زخمی‌ها,عامل,پیوند\n۱,۱۳/۰۷/۲۰۲۱,حمله,Abu Dhabi,۲۴٫۴۵,۵۴٫۳۷,پهپاد به انبار خورد,۳,۱۲,گروه الف; گروه ب,https://example.org/1\n۲,۰۵/۰۸/۲۰۲۱,گلوله‌باران,Dubai,۲۵٫۲,۵۵٫۲۷,گلوله افتاد,۰,,گروه الف,https://example.org/2\n",
  ],
  [
    "Chinese",
    "编号,事件日期,事件类型,城市,纬度,经度,标题,死亡人数,受伤人数,肇事者,链接\n1,2021年7月13日,袭击,Abu Dhabi,24.45,54.37,无人机击中仓库,3,12,甲组; 乙组,https://example.org/1\n2,2021年8月5日,炮击,Dubai,25.2,55.27,炮弹落下,0,,甲组,https://example.org/2\n",
  ],
];

describe("the columns of a home-made table", () => {
  it.each(FILES)("are known in %s", (_, text) => {
    const { incidents, report } = readIncidents(text);
    expect(report.rows).toMatchObject({ read: 2, kept: 2, undated: 0, unplaced: 0, rejected: 0 });
    expect(incidents[0]).toMatchObject({
      when: { edtf: "2021-07-13" },
      where: { name: "Abu Dhabi", lon: 54.37, lat: 24.45 },
      figures: [
        { measure: "killed", best: 3 },
        { measure: "injured", best: 12 },
      ],
      sources: ["https://example.org/1"],
    });
    const [first] = incidents;
    expect(first?.title.length).toBeGreaterThan(4);
    expect(first?.category?.length).toBeGreaterThan(1);
    expect(first?.actors).toHaveLength(2);
    expect(incidents[1]?.when).toEqual({ edtf: "2021-08-05" });
  });

  it("says over how many rows the order of day and month was inferred", () => {
    const { issues } = readIncidents("title,date\nA,13/07/2021\nB,05/08/2021\nC,14/08/2021\n");
    expect(issues.find(({ code }) => code === "time/order-inferred")).toMatchObject({
      row: null,
      field: "date",
      value: { dayOver12: 2, monthOver12: 0, either: 1 },
    });
  });

  it.each([
    ["Date published"],
    ["Reported on"],
    ["retrieved"],
    ["Date de publication"],
    ["Fecha de publicación"],
    ["Data de publicação"],
    ["Veröffentlicht am"],
    ["Дата публикации"],
    ["Дата публікації"],
    ["تاريخ النشر"],
    ["تاریخ انتشار"],
    ["发布日期"],
    ["updated_at"],
    ["created"],
  ])("never makes %s the day of the happening, and says that there is none", (name) => {
    const { incidents, issues } = readIncidents(`title,${name}\nA,2021-07-13\nB,2021-07-14\n`);
    expect(incidents.map(({ when }) => when)).toEqual([undefined, undefined]);
    expect(issues).toContainEqual(expect.objectContaining({ code: "table/publication-date", row: null, field: name }));
    expect(incidents[0]?.extra).toEqual({ [name]: "2021-07-13" });
  });

  it("takes a day of publication for the day of the happening where the caller says so", () => {
    const { incidents, issues } = readIncidents("title,Published\nA,2021-07-13\n", { mapping: { date: "Published" } });
    expect(incidents[0]?.when).toEqual({ edtf: "2021-07-13" });
    expect(issues.map(({ code }) => code)).not.toContain("table/publication-date");
  });

  it("finds the date and the place of columns without telling names, and not in the day of the report", () => {
    const { incidents } = readIncidents(
      "a;Published;c;d\nAttack on a convoy;2021-07-20;24.45, 54.37;13.7.2021\nSecond attack;2021-07-21;25.2, 55.27;14.7.2021\n",
    );
    expect(incidents[0]).toMatchObject({ when: { edtf: "2021-07-13" }, where: { lon: 54.37, lat: 24.45 } });
  });

  it("splits lists of tags, actors and sources", () => {
    const { incidents } = readIncidents(
      'title,date,tags,actors,sources\nA,2021-07-13,"drone; fuel, depot",Group A|Group B,Reuters; AFP\n',
    );
    expect(incidents[0]).toMatchObject({
      tags: ["drone", "fuel", "depot"],
      actors: [{ name: "Group A" }, { name: "Group B" }],
      sources: ["Reuters", "AFP"],
    });
  });

  it("turns pairs of one cell round when the column proves it, and says so", () => {
    const { incidents, issues } = readIncidents(
      'title,coordinates\nA,"151.2, -33.87"\nB,"144.9, -37.8"\nC,"24.1, 49.8"\n',
    );
    expect(incidents.map(({ where }) => where?.lat)).toEqual([-33.87, -37.8, 49.8]);
    expect(issues.map(({ code }) => code)).toContain("place/swapped-column");
  });
});

it("takes when something started and ended for its span, under the names that programs give them", () => {
  for (const [start, end] of [
    ["started", "ended"],
    ["started_at", "ended_at"],
  ]) {
    const { incidents } = readIncidents(`title,${start},${end}\nFlood,2021-03-20,2021-04-02\n`);
    expect(incidents[0]?.when?.edtf).toBe("2021-03-20/2021-04-02");
  }
});
