/** Words that decide where a German sentence ends: abbreviations, months, sentence openers, ordinal contexts. */

const words = (list: string): Set<string> => new Set(list.trim().split(/\s+/u))

/** Written with a full stop, and hardly ever the last word of a sentence. */
const ABBREVIATIONS = words(`
  Abb Abl ABl Abs Abschn Abt allg Alt Amtsbl amtl Anh Anl Anm Art Aufl ausschl Az BAnz Bd Bek Begr Beschl ber bes betr
  BGBl bez bezgl bspw bzgl bzw ca Dipl Dr ebd einschl entspr ErwGr etw evtl exkl Fa Fn Frhr gem GMBl ggf ggfs ggü grds
  GVBl geb Hr Hrsg Hs Ing inkl insb insbes jew Kap kath kfm lfd lit lt ltd max med mind Mag mtl Nr Nrn od
  öff Pkt Prof Rdnr Red rd Reg resp Rn Rz sog St staatl stellv Tab techn tel Tel tlw UAbs Unterabs Univ urspr
  Urt Var Verf vgl Vgl Vors vorl vs Ziff Zif zit zzgl zzt zw Buchst Bsp Bzw Ggf Evtl Ca Insb Sog Zzgl`)

/** Written with a full stop, and at home at the end of a sentence as well. */
const CLOSING =
  /(?:^|[^\p{L}])(?:usw|usf|etc|ff|f|uvm|Mio|Mrd|Tsd|Mill|Std|Min|min|Sek|Jh|Jhd|Str|Co|Corp|Inc|Ltd|Jan|Feb|Mrz|Apr|Jun|Jul|Aug|Sep|Sept|Okt|Nov|Dez|dgl|ähnl|u\.\s?a|u\.\s?v\.\s?m|e\.\s?V|[ou]\.\s?[äÄ]|a\.\s?D|[an]\.\s?F|v\.\s?H|[nv]\.\s?Chr|i\.\s?d\.\s?R)$/u

const MONTHS =
  words(`Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember
  Jan Feb Mrz Mär Apr Jun Jul Aug Sep Sept Okt Nov Dez`)

/** Function words whose capital shows that a sentence begins: inside one they are written small. */
const STARTERS = words(`
  Ab Aber Alle Allein Allem Allen Aller Allerdings Alles Als Also Am An Andere Anders Andernfalls Anschließend Auch Auf Aufgrund Aus Außer
  Außerdem Bei Beide Beim Beispielsweise Bereits Bevor Bis Bisher Da Dabei Dadurch Dafür Dagegen Daher Damit Danach
  Daneben Dann Daran Darauf Daraus Darin Darüber Darum Darunter Das Dass Davon Davor Dazu Dein Dem Den Denn Dennoch Denen Der Deren
  Derartige Derzeit Des Deshalb Dessen Deswegen Die Dies Diese Dieselbe Diesem Diesen Dieser Dieses Doch Dort Durch
  Ebenfalls Ebenso Ein Eine Einem Einen Einer Eines Einige Entsprechend Entsprechendes Entweder Er Erst Erstens Es Etwa Etwas Euer Eure
  Falls Ferner Folglich Für Gegen Gegebenenfalls Gemäß Gerade Gilt Gleiches Gleichzeitig Hat Hatte Haben Hier Hierbei Hierdurch Hierfür Hierin
  Hiermit Hiervon Hierzu Hinter Ich Ihm Ihn Ihnen Ihr Ihre Ihrem Ihren Ihrer Im Immer In Indem Infolge Innerhalb Ins Insbesondere Insgesamt
  Insoweit Insofern Inzwischen Ist Je Jede Jedem Jeden Jeder Jedes Jedoch Jemand Jene Jetzt Kann Können Kein Keine Keinem Keinen Keiner Laut Liegt Liegen
  Man Manche Mein Mit Mithilfe Mittels Muss Müssen Nach Nachdem Neben Nicht Nichts Niemand Noch Nun Nur Ob Oberhalb Obgleich Obwohl Oder Oft Ohne Schließlich
  Schon Sehr Sein Seine Seinem Seinen Seiner Seit Seitdem Selbst Sich Sie Sind So Sobald Sodann Sofern Solange Solche Solcher Soll Sollen Sollte
  Sollten Somit Sondern Sonst Soweit Sowie Sowohl Statt Stets Trotz Trotzdem Über Überdies Um Und Uns Unser Unsere Unter Unterhalb Unverzüglich Vielmehr Viele Vom Von Vor
  Voraussetzung Vorher Während Wann War Waren Warum Was Wegen Weder Weil Weiter Weitere Weiteres Weiterhin Weiterhin Welche Welcher Welches Wem Wen Wenn Wer
  Werden Wessen Wie Wieso Wird Wir Wo Wobei Wodurch Wofür Woher Wohin Womit Worden Wurde Wurden Zu Zudem Zuerst Zuletzt Zum Zumal
  Zunächst Zur Zusätzlich Zuvor Zwar Zweitens Zwischen`)

/** An ordinal follows ("im 3. Quartal"); after a noun or a sign the number is a count or a reference ("Absatz 3. Kommunen …"). */
const ORDINAL_CONTEXT =
  /(?:^|[^\p{L}])(?:d(?:er|ie|as|em|en|es)|i[mn]|am|ans?|zu[mr]?|vo[mn]|beim?|bis|ab|seit|vor|nach|und|oder|sowie|als|auf|aufs|für|gegen|eine?[mnrs]?|jede[mnrs]?|ihre[mnrs]?|seine[mnrs]?|diese[mnrs]?|mit|unter|über|ums?|durch|zwischen|alle)\s+$|[,–(„-]\s*$/iu

export function isAbbreviation(word: string): boolean {
  return ABBREVIATIONS.has(word)
}

/** The text before the full stop ends with an abbreviation that may close a sentence. */
export function isClosingAbbreviation(before: string): boolean {
  return CLOSING.test(before)
}

export function isMonth(word: string): boolean {
  return MONTHS.has(word)
}

export function isSentenceStarter(word: string): boolean {
  return STARTERS.has(word)
}

/** The text before a number shows that its full stop makes it an ordinal. */
export function isOrdinalContext(before: string): boolean {
  return ORDINAL_CONTEXT.test(before)
}
