/** Closed classes of German words that the verifier reads clauses by. */

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u))

/** Articles, pronouns, prepositions, conjunctions, auxiliaries: never content, whatever the analyser says. */
export const FUNCTION_WORDS = set(`
der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jener jene jenes jenen jenem derjenige diejenige dasjenige
diejenigen denjenigen solche solcher solches solchen ich du er sie es wir ihr mich dich ihn ihm ihnen uns euch sich man mein sein seine seinen seinem
seiner seines ihre ihren ihrem ihrer ihres unser unsere unseren euer und oder aber sondern denn doch als wie wenn weil dass ob damit da so sowie sowohl
auch noch schon dann dort hier in im an am ans auf aus bei beim bis durch für gegen mit nach seit um unter über von vom vor zu zum zur zwischen ab ist sind
war waren bin bist wird werden wurde wurden würde würden worden geworden sei seien gewesen wäre wären hat haben habe hatte hatten hätte hätten gehabt
welche welcher welches welchen welchem was wer wen wem wessen wo wann warum wieso weshalb wohin woher womit wofür woran worauf wodurch worin wozu deren
dessen denen dabei dafür dagegen daher dadurch darauf daraus darin darüber davon dazu danach daran darum falls sofern soweit sobald solange jedoch
innerhalb außerhalb während wegen trotz statt anstatt außer ohne gegenüber entgegen gemäß laut zufolge je pro ebenso einmal nur bloß erst alle allen aller
alles jede jeden jedem jeder jedes sämtliche sämtlichen einige einigen einiger manche manchen mehrere mehreren viele vielen nicht kein keine keinen keinem
keiner keines nie niemals weder nichts niemand beide beiden beider selbst mehr weniger etwa rund möglichst nach nachdem bevor ehe indem sodass zwar also nun jemand jemanden jemandem etwas wobei zugleich zeitgleich`)

/** Finite forms of auxiliaries, modal verbs and a few others that begin or hold a clause. */
export const FINITE = set(`
ist sind war waren wird werden wurde wurden würde würden sei wäre hat haben hatte hatten hätte kann können konnte konnten könnte könnten soll sollen sollte
sollten muss müssen musste mussten müsste müssten darf dürfen durfte durften dürfte will wollen lässt lassen gilt gelten bleibt bleiben liegt liegen
besteht bestehen gibt steht stehen fällt fallen kommt kommen entfällt findet finden erfolgt erfolgen genügt reicht bedarf greift`)

/** Begin a condition. */
export const CONDITIONAL =
  /^(?:und |oder |aber |jedoch |es |nur |erst |immer |insbesondere |gilt nur, |dies gilt nicht, )?(?:wenn|wer|falls|sofern|soweit|vorausgesetzt|es sei denn|sei denn|außer|ausgenommen|mit ausnahme|solange|sobald|unter der (?:voraussetzung|bedingung))(?!\p{L})/iu
export const RELATIVE =
  /^(?:(?:für|mit|von|in|an|auf|bei|durch|aus|nach|zu|unter|über) )?(?:der|die|das|den|dem|denen|deren|dessen|welche[rsmn]?)(?!\p{L})/iu
/** Say what the main clause only points at, so that both are read as one. */
export const CONTENT_CLAUSE = /^(?:dass|ob)(?!\p{L})/iu
export const DETERMINERS = set(
  'der die das den dem des ein eine einen einem einer eines kein keine keinen alle jede jeder jedes diese dieser dieses er sie es man sich',
)
