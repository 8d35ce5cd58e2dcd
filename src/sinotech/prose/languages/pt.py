"""Portuguese, as far as claims are read: its words and what they mean in English."""

STOPS = """
o, a, os, as, um, uma, uns, umas, ao, aos, à, às, do, da, dos, das, de, em, no, na,
nos, nas, num, numa, com, por, pelo, pela, pelos, pelas, para, e, que, seu, sua,
seus, suas, se, lhe, este, esta, estes, estas, esse, essa, esses, essas, como, sobre,
durante, mediante, por meio de, através de, no âmbito de, no âmbito da, no quadro de,
em matéria de, por parte de, junto com, tais como, é, são, foi, foram, está, estão,
houve, tem, têm, tinha, tinham, ter, tendo, conta com, contam com, contava com,
dispõe de, possui, possuem, assinou, assinaram, assinado, assinados, assinada,
assinadas, firmou, firmaram, firmado, firmados, celebrou acordos, celebrado,
celebrados, realizou, realizaram, realizado, realizada, realizados, decorreu, teve
lugar, promoveu, organizou, levou a cabo, de acordo com, conforme, segundo a, segundo
o, segundo os, segundo as, segundo dados, segundo dados de, os dados mostram,
informou, disse, afirmou, indicou, no total, ao todo, um total de, em conjunto, o
número de, a quantidade de, ascende a, ascendem a, chega a, chegou a, alcança,
alcançou, atinge, atingiu, soma, somam, totaliza, totalizam, já, atualmente, hoje,
hoje em dia, agora, até à data, até a data, até o momento, até ao momento, até agora,
da China, pela China, entre, incluindo, figuram, figura, também, além disso, bem
como, tanto, principalmente, especialmente, outros, outras, outro, outra, áreas como,
campos como, regiões como, até alcançar, mesmo, mesma, cujo, cuja, cujos, cujas,
onde, parte de, no ano de, ano de, aconteceu, ocorreu, nesses, nessas, quais, qual,
os quais, as quais, isso, sustenta, destaca, destacou, assegura, assegurou, afirma,
salienta, salientou, mero, mera, distribuídos, distribuídas, espalhados, espalhadas,
tem feito, têm feito, feito, ficam, fica
"""
"""Words that may be left out of a claim about a number without making it less true."""

GLOSSES = """
academy: academi; access: acess; achievement|outcome: conquist, resultad,
realizações; activity: atividad, actividad; advanced: avançad, de ponta; agreement:
acord, convênio, convénio, tratad; agricultural|agriculture|farming: agrícol,
agricultur, agropecuári, agrári; alliance: alianç; announce: anunci;
application|apply: aplicaç, aplic; area|field: área, camp, âmbito; array: arranjo;
artificial intelligence: inteligência artificial, ia; association: associaç;
astronomy: astronomi, astronómi, astronômi; attend: particip; automated: automatizad;
backyard: quintal; banana: banan; base: base; benefit: benefici; big
science|mega-science: grande ciência, megaciência; large|big|major: grand;
biodiversity: biodiversidad; botanical garden: jardim botânico; breeding:
melhoramento genético; build|construct: constru; cable: cabo; capacity: capacidad;
carbon: carbono; cassava: mandioc, aipim; center: centro; century: século; challenge:
desafi; city: cidad; climate: clima, climátic; cluster: cluster, polo, aglomerad;
collaborate|cooperate|collaborative: colabor; committed: comprometid; committee:
comitê, comité; communication: comunicaç; community: comunidad;
company|enterprise|firm: empres, companhi, firma; conference|exchange conference:
conferênci; congress: congresso; connect|connectivity|link: conect, conectividad;
contribute|help|support|promote: contribu; cooperation|cooperate|cooperative: cooper;
council: conselho; country|nation: país, países, naç, estad; crop: cultur, colheit,
cultiv, lavour; culture: cultur; currency: moed; data: dado; database: base de dados,
banco de dados; decade: décad; declaration: declaraç; deep: profund; delegation:
delegaç; demonstrate|demonstration: demonstr; develop|development: desenvolv;
developing: em desenvolvimento; digital: digital, digitais; discovery: descobert;
domestic|home: nacional, intern, doméstic; earth: terra; ecologist: ecólog,
ecologist; economy|economic: economi, económic, econômic; education|educational:
educaç, educacion, educativ; electric vehicle: veículo elétrico, carro elétrico;
elephant: elefant; emission: emiss; embassy: embaixad; energy: energi, energétic;
green energy: energia verde, eletricidade verde; engineering: engenhari; engineer:
engenheir; equipment: equipament; event: evento; exchange: intercâmbi, intercambi;
exhibition|pavilion|hall: pavilh, exibiç; expand|expansion|enlargement: ampli, expan,
alarg; expert: especialist, perit; export: export; expressway: rodovia, autoestrada;
facility|factory|plant|manufacturing: instalaç, fábric, unidad; farmer: agricultor,
camponê; finance|fund: financi; fire: incêndi; fire safety: segurança contra
incêndios, proteção contra incêndios; food: aliment; forum: fórum, fórun;
found|founder: fundador; founders: fundadores; framework: quadro; free trade: livre
comércio; generate|create: ger; generation|output: valor, produç; genetic: genétic;
global|world|worldwide|international: mundial, global, mundo, mundiais, globais,
mundo inteiro, todo o mundo; govern|government: govern; governance: governanç; green:
verde; group: grupo; health: saúd, sanitári; hectare: hectare; help|assist|aid: ajud;
high speed: alta velocidade; hold: realiz; host: acolh, organiz, sedi; hydropower:
hidrelétric, hidroelétric; implement: implement; improve|increase|raise|rise: aument,
elev, melhor, increment, acréscim, sub; inaugurate: inaugur; incubation|incubator:
incub; industrial|industry: industri, indústri; information: informaç;
infrastructure: infraestrutur, infra-estrutur; initiate|launch|start: inici, implant;
initiative: iniciativ; innovation: inov; institute: instituto; institution:
instituiç; intellectual property: propriedade intelectual;
intergovernmental|government-to-government: intergovernamental, intergovernamentais,
entre governos; international: internacional, internacionais; invest|investment:
invest; join: ader, aderi, ingress, se uni, junt; joint|shared: conjunt; jointly:
conjuntamente, juntos, juntas; laboratory|lab: laboratóri;
launch|establish|inaugurate: lanç, inaugur, pôs em funcionamento; lead: lider,
encabeç; leader: líder; list|ranking: lista, ranking; local: local, locais;
long-term: longo prazo; lunar: lunar; marine|ocean: marinh, ocean; market: mercad;
market share: quota do mercado, quota de mercado, participação no mercado; mechanism:
mecanism; medicine: medicin; meeting: reuni, encontro; member: membro; memorandum of
understanding: memorando de entendimento; minister: ministr; ministry: ministéri;
multilateral: multilateral, multilaterais; navigation: navegaç; network: rede; new:
nov; observatory: observatóri; official|officially: oficial, oficialmente; open:
abert; open science: ciência aberta; organization: organizaç, organism; park: parque;
participate|take part|join: particip, tom parte; partner: parceir, sóci; partner
country|partner countries: país parceiro, países parceiros; partnership: parceri;
peaceful: pacífic; people: pov; physics: físic; plan: plano; platform: plataform;
policy: polític; poverty: pobrez; priority: priorit, prioridad; product: produt;
professional|specialist: profission; program: program; project: projet, project;
protect|protection: prote, proteg; province: provínci; publish: public; pulsar:
pulsar; radio telescope: radiotelescópio; railway|rail: ferrovi, ferroviári; reach:
cheg; reduce|avoid|cut|save: redu, evit, poup; region: região, regiões, region;
relation|tie: relaç, laço; renew|renewed: renov; research: pesquis, investig;
research and development|R&D: pesquisa e desenvolvimento, investigação e
desenvolvimento, p&d, i&d; researcher|scientist: pesquisador, investigador;
reinvest|invest|put: reinvest; resolution: resoluç; result|outcome: resultado;
revenue: receita, faturament; rice: arroz; robot|robotics: robô, robótic; satellite:
satélite; science|scientific: ciênci, científic; science and technology|sci-tech:
científico-tecnológic, ciência e tecnologia, científica e tecnológica, científico e
tecnológico; scientist: cientista; secretariat: secretari; security|safety: seguranç;
seed: sement; share|part|proportion: quota, proporç, percentual, percentagem,
parcela, peso, participaç, represent; share|sharing: compartilh, partilh; sign:
subscrev; silk road: rota da seda; smart|intelligent: inteligent; society: sociedad;
solar: solar, solares; soybean: soja; space: espacial, espaço, espaciais; space
station: estação espacial; special: especial, especiais; spending: gasto, despes;
station: estaç; student: estudant, alun; summit: cúpula, cimeir; sunflower: girassol;
support|back: apoi, sustent, respald; sustainable: sustentáv, sustentável,
sustentáveis; system: sistema; talent: talento; team: equipe, equipa;
technique|technology: tecnologi, tecnológic, técnic; technology transfer:
transferência de tecnologia, transferência tecnológica; telescope: telescópi; top:
princip, maior, mais; trade: comércio, comercial, comerciais; train|training|develop:
form, capacit, trein; transaction: transaç; payment: pagament; transfer: transfer,
transferênci; transnational: transnacional, transnacionais; tropical: tropical,
tropicais; university: universidad, universitári; use: us, utiliz, empreg; value:
valor; version: vers; vessel|ship: navio, barco; water: água; wheat: trigo; work:
trabalh; working group|working groups: grupo de trabalho, grupos de trabalho; year:
ano; a year|annual: por ano, anual, ao ano, cada ano, anuais; yield|production:
rendiment, produtividad; young|youth: jove, juveni, jovens, jovem; Africa: africano,
africana, africanos, africanas; Asian: asiátic; Asian elephant: elefante asiático,
elefantes asiáticos; renminbi|RMB|yuan: renminbi; person|people: pessoa;
doctor|physician: médico; nuclear: nuclear, nucleares; vaccine: vacina; contribution
to|play a part: desempenh; introduce: introdu, difund; product launch|new product:
novos produtos, produtos novos; present|unveil|show: apresent, mostr, exib;
footprint|present in: presença, presente; institution member: instituições membros;
stable|stability: estáv; important: important; vital|crucial|pivotal: crucial, vital,
chave; trust: confianç; competition: concorrênci, competiç; border: fronteir;
medium-term: médio prazo; principle: princípio; scholar: acadêmico, académico;
scholarship: bolsa; storage: armazenamento; assembly: montag, assemblei; traditional:
tradicional, tradicionais; semiconductor: semicondutor; controls: control; spatial
information: informação espacial; priority area|priority areas: áreas prioritárias,
área prioritária; origin|from: provêm, provenient; domestic|home|national: nacional,
nacionais; establish|set up|found|create|build|open: estabelec, cri, fund, instal,
constru, abr; define|identify|set: defin, identific, fix; sign|signing: assinatura,
signatári; since: desde; result|lead|bring|produce: deram origem, deu origem, result,
surgi, gera; operation|at work|run|operate: em funcionamento, em operação,
operaciona; service|serve: serviç, serv; half|double: multiplicação, duplicação;
expo|exposition|exhibition: exposição, expo; average: em média, médio, média;
session|edition: edição, ediç; five-year plan: plano quinquenal; party|communist
party: partido comunista; time|long: tempo; memorandum: memorando; property:
propriedad; partner country|belt and road: parceiros do cinturão e rota; belt and
road: cinturão, cinturão e a rota; road: rota; negative|carbon: negativ;
visit|go|travel: visit; environment|ecology: ambient, meio ambiente;
term|number|total: número; ton: tonelad; export control|export controls: controles de
exportação; field|such as|subject: disciplin, matéri; woman: mulher; school: escola;
institution|body: entidad; place|rank: situ, localiz; promote|advance: promov,
impulsion, foment; china|chinese: chinês, chines, china; all|every|each|whole|entire:
todos, todas, todo, toda, cada, inteir; extend|cover|span: ocup, abrang, estend;
two-way: nos dois sentidos, em dois sentidos, bidirecional, de mão dupla, via de mão
dupla; one-way: em sentido único, unidirecional, de mão única; link|connect|join:
lig, un; undersea|submarine: submarin; deforestation: desmat, desflorest;
monitor|watch: vigi, monitor; praise|applaud: elogi, louv; focus: foco, enfoque,
centr; recommendation: recomendaç; reject|oppose: rejeit; access|consult: consult;
keep|maintain: mant, conserv; advantage|edge: vantag; china|chinese: sino; work:
trabalho
"""
"""English words, others for the same after bars, and what says them; each
with any ending of the language."""

PLACES = """
Beijing: Pequim; Chengdu: Chengdu; Sichuan: Sichuan; Chongqing: Chongqing; Kunming:
Kunming; Yunnan: Yunnan; Tengchong: Tengchong; Xiamen: Xiamen; Shanghai: Xangai;
Shenzhen: Shenzhen; Guangzhou: Cantão, Guangzhou; Nanning: Nanning; Kunshan: Kunshan;
Qinhuangdao: Qinhuangdao; Wuhan: Wuhan; Kazan: Kazan, Cazã; Moscow: Moscou, Moscovo;
Rio de Janeiro: Rio de Janeiro; Johannesburg: Joanesburgo; Brasilia: Brasília;
Brazzaville: Brazzaville; Phnom Penh: Phnom Penh
"""
"""Cities and provinces that the records name, and some that they do not."""

HEDGES = {
    "more_than": """
        mais de, mais do que, acima de, superior a, superiores a, supera,
        superam, superou, ultrapassa, ultrapassou, excede, e tantos, pouco mais
        de, um pouco mais de, pouco acima de""",
    "at_least": """
        pelo menos, ao menos, no mínimo, não menos de, nada menos de, um mínimo de,
        a partir de""",
    "nearly": """
        quase, perto de, próximo de, próximo a, à beira de""",
    "about": """
        cerca de, aproximadamente, em torno de, por volta de, à volta de, uns,
        umas, mais ou menos, na ordem de, apenas uns, apenas umas, só uns, só
        umas, somente uns""",
    "up_to": """
        até, no máximo, quando muito, não mais de, um máximo de""",
    "fewer_than": """
        menos de, menos do que, abaixo de, inferior a, inferiores a, não chega a,
        não chegam a, não atinge, não atingem""",
    "exactly": """
        exatamente, exactamente, precisamente, justamente, nem mais nem menos do
        que, só, somente, apenas, unicamente, nada menos que""",
}

VAGUE = {
    "dozens": """
        dezenas de, dúzias de, várias dezenas de, algumas dezenas de""",
    "hundreds": """
        centenas de, várias centenas de, algumas centenas de""",
    "thousands": """
        milhares de, vários milhares de""",
}

NEGATIONS = """
não, nunca, jamais, nem, tampouco, tão-pouco, sem, nenhum, nenhuma, ninguém, nada,
ainda não, já não, não tem, deixou de, de modo nenhum, negou, nega, rejeitou,
rejeita, recusou, rejeitada, rejeitado, negada, recusa, recusada
"""

PLANNED = """
em construção, prevê, preveem, prevista, previsto, previstas, previstos, planeja,
planejam, planeia, pretende, pretendem, vai, vão, será, serão, deverá, deve, terá
lugar, terá, terão, ajudará, permitirá
"""
"""Words by which a clause speaks of what is not done yet."""

MONTHS = """
1: janeiro, jan; 2: fevereiro, fev; 3: março, mar; 4: abril, abr; 5: maio, mai; 6:
junho, jun; 7: julho, jul; 8: agosto, ago; 9: setembro, set; 10: outubro, out; 11:
novembro, nov; 12: dezembro, dez
"""
"""Months by number: the name first, then what is short for it."""

CARDINALS = """
0: zero; 2: dois, duas; 3: três; 4: quatro; 5: cinco; 6: seis; 7: sete; 8: oito; 9:
nove; 10: dez; 11: onze; 12: doze; 13: treze; 14: catorze, quatorze; 15: quinze; 16:
dezesseis, dezasseis; 17: dezessete, dezassete; 18: dezoito; 19: dezenove, dezanove;
20: vinte; 30: trinta; 40: quarenta; 50: cinquenta; 60: sessenta; 70: setenta; 80:
oitenta; 90: noventa; 100: cem, cento; 200: duzentos, duzentas; 300: trezentos,
trezentas; 400: quatrocentos, quatrocentas; 500: quinhentos, quinhentas; 600:
seiscentos, seiscentas; 700: setecentos, setecentas; 800: oitocentos, oitocentas;
900: novecentos, novecentas
"""

SCALES = """
10: dezena, dezenas; 12: dúzia, dúzias; 20: vintena; 100: centena, centenas; 1000:
mil, milhar, milhares; 1000000: milhão, milhões; 1000000000: mil milhões, bilhão,
bilhões; 1000000000000: bilião, biliões, trilhão, trilhões
"""

ORDINALS = """
1: primeiro, primeira; 2: segundo, segunda; 3: terceiro, terceira; 4: quarto, quarta;
5: quinto, quinta; 6: sexto, sexta; 7: sétimo, sétima; 8: oitavo, oitava; 9: nono,
nona; 10: décimo, décima; 11: décimo primeiro, décima primeira; 12: décimo segundo,
décima segunda; 13: décimo terceiro, décima terceira; 14: décimo quarto, décima
quarta; 15: décimo quinto, décima quinta; 16: décimo sexto, décima sexta; 17: décimo
sétimo, décima sétima; 18: décimo oitavo, décima oitava; 19: décimo nono, décima nona;
20: vigésimo, vigésima; 21: vigésimo primeiro, vigésima primeira
"""

MULTIPLES = """
0.5: reduzir à metade, reduzido à metade, reduziu à metade, caiu pela metade; 2:
duplicar, duplica, duplicam, duplicou, duplicaram, duplicado, duplicada, duplicação,
dobrar, dobra, dobrou, dobraram, dobrado, dobro, o dobro, duas vezes; 3: triplicar,
triplica, triplicou, triplicaram, triplicado, triplo, o triplo, três vezes; 4:
quadruplicar, quadruplicou, quadruplicado, quádruplo, quatro vezes
"""

SHARES = """
50: a metade, metade; 33.3333: um terço, a terça parte; 66.6667: dois terços; 25: um
quarto, a quarta parte; 75: três quartos; 20: um quinto, a quinta parte; 10: um
décimo
"""
"""Fractions in words, as percentages."""

PERCENT = """
%, por cento
"""

POINTS = """
pontos percentuais, ponto percentual, pontos porcentuais
"""

UNITS = """
t/ha: toneladas por hectare, toneladas de mandioca por hectare; t: toneladas,
tonelada; kg: quilos, quilogramas, kg; m2: metros quadrados, m2; ha: hectares,
hectare, ha; km2: quilômetros quadrados, quilómetros quadrados, km2; USD: dólares,
dólares americanos, USD; CNY: yuans, yuan, iuanes, renminbi, RMB; EUR: euros, euro;
BRL: reais, real; RUB: rublos; GBP: libras; years: anos, ano; decades: décadas, década
"""

PARTS = """
early: início de, o início de, começo de, princípio de, inícios de; mid: meados de;
late: final de, o final de, fim de, o fim de, finais de, fins de; first half: o
primeiro semestre de; second half: o segundo semestre de; spring: a primavera de;
summer: o verão de; autumn: o outono de
"""
"""Words before a month or year that say which part of it is meant."""

RELATIONS = """
since: desde, a partir de, desde o; until: até, até o, até ao, até a; before: antes
de, antes do; after: depois de, após; by: ao, a; in: em, no, de, do, durante, no ano
de, ano de, em o
"""
"""Words before a date."""

RELATIVE = """
last year: no ano passado, o ano passado, ano passado; this year: este ano, neste
ano; next year: o próximo ano, no próximo ano; last month: no mês passado; this
month: este mês, neste mês
"""
"""Dates that are known only to who knows the day."""
