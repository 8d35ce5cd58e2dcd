"""Chinese, as far as claims are read: its words and what they mean in English."""

STOPS = """
的, 了, 着, 过, 之, 在, 于, 与, 和, 同, 跟, 及, 以及, 并, 并且, 而, 也, 还, 又, 是,
为, 有, 其, 该, 这, 此, 这些, 这一, 等, 等等, 里, 中, 内, 上, 方面, 之间, 由, 把, 给,
对, 向, 以, 用, 通过, 围绕, 关于, 作为, 已, 已经, 业已, 均, 共, 一共, 总共, 总计,
共计, 合计, 累计, 总数, 总量, 总数为, 数量, 数量为, 达, 达到, 多达, 高达, 为数, 签,
签署, 签署了, 签订, 签订了, 签有, 缔结, 缔结了, 订立, 达成, 拥有, 设有, 有着, 具有,
开展, 进行, 举办, 举行, 举办了, 举行了, 根据, 据, 按照, 依据, 据悉, 据报道, 据介绍,
据统计, 数据显示, 统计显示, 资料显示, 表示, 指出, 称, 目前, 现在, 如今, 当前, 迄今,
至今, 迄今为止, 截至, 截至目前, 截止到目前, 我国, 中方, 中国的, 涉及, 包括, 其中,
领域, 来自, 出席, 期间, 间, 年度, 下, 从, 到, 框架下, 框架内, 各, 个, 现有, 如, 例如,
特别是, 主要, 相关, 有关, 时, 时候, 说, 说道, 认为, 强调, 对外, 外, 种, 这种, 的是,
是在, 一部分, 的一部分, 组成部分
"""
"""Words that may be left out of a claim about a number without making it less true."""

GLOSSES = """
academy: 科学院, 学院; access: 访问, 获取; achievement|outcome: 成就, 成果; activity:
活动; advanced: 先进; agreement: 协定, 协议; agricultural|agriculture|farming: 农业;
alliance: 联盟; announce: 宣布, 公布, 发布, 达成; application|apply: 应用;
area|field: 领域, 范围; array: 阵列; artificial intelligence: 人工智能; association:
协会; astronomy: 天文, 天文学; attend: 参加, 出席; automated: 自动化; backyard: 小院;
banana: 香蕉; base: 基地; benefit: 受益, 惠及; big science|mega-science: 大科学;
large|big|major: 大型, 重大; biodiversity: 生物多样性; botanical garden: 植物园;
breeding: 育种; build|construct: 修建, 兴建, 建造; cable: 电缆, 光缆; capacity: 能力;
carbon: 碳; cassava: 木薯; center: 中心; century: 世纪; challenge: 挑战; city: 城市,
市; climate: 气候; cluster: 集群, 产业集群; collaborate|cooperate|collaborative:
协作; committed: 致力于; committee: 委员会; communication: 通信, 通讯; community:
共同体; company|enterprise|firm: 公司, 企业; conference|exchange conference: 会议,
大会; congress: 代表大会; connect|connectivity|link: 互联互通, 联通, 连接;
contribute|help|support|promote: 贡献, 助力; cooperation|cooperate|cooperative: 合作,
协作; council: 理事会; country|nation: 国家, 国; crop: 农作物, 作物; culture: 文化;
currency: 货币; data: 数据; database: 数据库; decade: 十年; declaration: 宣言; deep:
深时, 深度; delegation: 代表团; demonstrate|demonstration: 示范; develop|development:
发展, 开发; developing: 发展中; digital: 数字, 数字化; discovery: 发现;
domestic|home: 国内; earth: 地球; ecologist: 生态学家; economy|economic: 经济;
education|educational: 教育; electric vehicle: 电动汽车; elephant: 大象, 象;
emission: 排放, 排放量; embassy: 大使馆, 使馆; energy: 能源; green energy: 绿色能源,
绿电; engineering: 工程; engineer: 工程师; equipment: 设备; event: 事件; exchange:
交流, 交换; exhibition|pavilion|hall: 展览, 展馆, 展厅; expand|expansion|enlargement:
扩员, 扩大, 扩展; expert: 专家; export: 出口; expressway: 高速公路;
facility|factory|plant|manufacturing: 工厂, 设施; farmer: 农民; finance|fund: 资助,
融资; fire: 消防; fire safety: 消防; food: 粮食, 食品; forum: 论坛; found|founder:
创始, 创始人, 发起; founders: 创始单位, 创始成员; framework: 框架; free trade:
自由贸易, 自贸; generate|create: 创造, 产生; generation|output: 产值, 金额; genetic:
遗传, 基因; global|world|worldwide|international: 全球, 世界; govern|government:
政府; governance: 治理; green: 绿色; group: 组; health: 卫生, 医疗, 健康; hectare:
公顷; help|assist|aid: 帮助, 协助; high speed: 高速; hold: 召开; host: 主办, 承办;
hydropower: 水电; implement: 实施, 落实; improve|increase|raise|rise: 提高, 增产,
增加, 提升, 增长; inaugurate: 揭牌, 落成; incubation|incubator: 孵化, 孵化园;
industrial|industry: 工业, 产业; information: 信息; infrastructure: 基础设施;
initiate|launch|start: 启动, 启动建设, 开工; initiative: 倡议; innovation: 创新;
institute: 研究所; institution: 机构, 单位; intellectual property: 知识产权;
intergovernmental|government-to-government: 政府间; international: 国际;
invest|investment: 投资, 投入; join: 加入; joint|shared: 联合, 共同; jointly: 共同;
laboratory|lab: 实验室; launch|establish|inaugurate: 启动, 发起, 推出, 开通; lead:
领导, 主导, 牵头; leader: 领导人; list|ranking: 榜单, 名单; local: 当地, 本地;
long-term: 长期; lunar: 月球, 探月; marine|ocean: 海洋; market: 市场; market share:
市场份额, 市场占有率; mechanism: 机制; medicine: 医学, 医药; meeting: 会议; member:
成员; memorandum of understanding: 谅解备忘录; minister: 部长; ministry: 部;
multilateral: 多边; navigation: 导航; network: 网络; new: 新, 新增; observatory:
天文台; official|officially: 正式; open: 开放, 开放式; open science: 开放科学;
organization: 组织; park: 园区, 园; participate|take part|join: 参与, 参加; partner:
伙伴, 合作伙伴; partner country|partner countries: 共建国家, 伙伴国, 伙伴国家;
partnership: 伙伴关系; peaceful: 和平; people: 人民, 民众; physics: 物理; plan: 计划,
规划; platform: 平台; policy: 政策; poverty: 贫困, 减贫; priority: 优先; product:
产品; professional|specialist: 专业人才, 专业人员, 专业技术人员, 专业人士; program:
计划, 项目; project: 项目, 工程; protect|protection: 保护; province: 省; publish:
出版, 发表; pulsar: 脉冲星; radio telescope: 射电望远镜; railway|rail: 铁路; reach:
达; reduce|avoid|cut|save: 减少, 减排, 减碳, 避免; region: 地区, 区域; relation|tie:
关系; renew|renewed: 续签; research: 研究, 科研; research and development|R&D: 研发;
researcher|scientist: 研究人员, 科研人员; reinvest|invest|put: 再投入; resolution:
决议; result|outcome: 成果, 结果; revenue: 收入, 营收, 年营收; rice: 水稻, 大米;
robot|robotics: 机器人; satellite: 卫星; science|scientific: 科学; science and
technology|sci-tech: 科技, 科学技术; scientist: 科学家; secretariat: 秘书处;
security|safety: 安全; seed: 种子; share|part|proportion: 占比, 比重, 份额, 占, 比例,
占有率; share|sharing: 共享, 分享; sign: 签订; silk road: 丝绸之路;
smart|intelligent: 智慧, 智能; society: 社会, 学会; solar: 太阳能, 光伏; soybean:
大豆; space: 空间, 航天, 太空; space station: 空间站; special: 专项; spending: 支出,
经费; station: 站; student: 学生, 留学生; summit: 峰会, 领导人会晤; sunflower:
向日葵; support|back: 支持, 资助; sustainable: 可持续; system: 系统; talent: 人才;
team: 团队; technique|technology: 技术; technology transfer: 技术转移, 技术转让;
telescope: 望远镜; top: 强, 顶尖; trade: 贸易; train|training|develop: 培训, 培养;
transaction: 交易; payment: 支付; transfer: 转移; transnational: 跨国; tropical:
热带; university: 大学, 高校; use: 使用, 采用, 利用; value: 价值; version: 版;
vessel|ship: 船; water: 水; wheat: 小麦; work: 工作; working group|working groups:
工作组; year: 年, 年数; a year|annual: 每年, 年均, 一年; yield|production: 产量,
单产; young|youth: 青年, 年轻; Africa: 中非; Asian: 亚洲; Asian elephant: 亚洲象;
renminbi|RMB|yuan: 人民币; person|people: 人; doctor|physician: 医生; nuclear: 核,
核能; vaccine: 疫苗; contribution to|play a part: 发挥作用; introduce: 引进, 推广;
product launch|new product: 新品, 新产品; present|unveil|show: 展示, 亮相;
footprint|present in: 覆盖, 业务覆盖, 足迹; institution member: 成员机构, 成员单位;
stable|stability: 稳定; important: 重要; vital|crucial|pivotal: 关键, 至关重要;
trust: 信任; competition: 竞争; border: 国界; medium-term: 中期; principle: 原则;
scholar: 学者; scholarship: 奖学金; storage: 储能; assembly: 组装; traditional: 传统;
semiconductor: 半导体; controls: 管制; spatial information: 空间信息; priority
area|priority areas: 优先领域, 重点领域; origin|from: 来自, 来源;
domestic|home|national: 全国; establish|set up|found|create|build|open: 建立, 设立,
成立, 建成, 创建, 创办, 组建, 建设, 共建, 开设; define|identify|set: 确定, 明确;
sign|signing: 签约, 签署仪式; since: 自, 自从; result|lead|bring|produce: 促成, 带来,
带动, 落地; operation|at work|run|operate: 运行, 投入运行, 运营; service|serve: 服务;
half|double: 倍数, 翻番; expo|exposition|exhibition: 博览会; average: 平均;
session|edition: 届次, 举办次数; five-year plan: 五年规划; party|communist party: 党;
time|long: 时间; memorandum: 备忘录; property: 产权; partner country|belt and road:
沿线国家; belt and road: 共建一带一路; road: 路; negative|carbon: 负碳;
visit|go|travel: 访问, 前往; environment|ecology: 环境, 生态; term|number|total: 数,
次数; ton: 吨; export control|export controls: 出口管制; field|such as|subject: 学科;
woman: 女性; school: 学校; institution|body: 机关; place|rank: 位居; promote|advance:
促进, 推动, 推进; china|chinese: 中华; all|every|each|whole|entire: 所有, 全部, 全体,
每个; extend|cover|span: 占地; two-way: 双向; one-way: 单向; minister of
science|minister: 科技部长, 科学部长; build|construct|establish: 建起, 建了, 建有,
建; undersea|submarine: 海底; deforestation: 毁林, 森林砍伐; top|most: 最多, 最大;
initiate|found: 发起; spearhead|lead: 领衔, 主导; expo: 博览会; share: 占了
"""
"""English words, others for the same after bars, and what says them; as
written."""

PLACES = """
Beijing: 北京; Chengdu: 成都; Sichuan: 四川; Chongqing: 重庆; Kunming: 昆明; Yunnan:
云南; Tengchong: 腾冲; Xiamen: 厦门; Shanghai: 上海; Shenzhen: 深圳; Guangzhou:
广州; Nanning: 南宁; Kunshan: 昆山; Qinhuangdao: 秦皇岛; Wuhan: 武汉; Kazan: 喀山;
Moscow: 莫斯科; Rio de Janeiro: 里约热内卢, 里约; Johannesburg: 约翰内斯堡;
Brasilia: 巴西利亚; Brazzaville: 布拉柴维尔; Phnom Penh: 金边
"""
"""Cities and provinces that the records name, and some that they do not."""

HEDGES = {
    "more_than": """
        超过, 超, 逾, 多于, 大于, 高于, 突破, 略超过, 略多于""",
    "at_least": """
        至少, 最少, 起码, 不少于, 不低于, 不下, 不下于""",
    "nearly": """
        近, 将近, 接近, 几近, 几乎""",
    "about": """
        约, 大约, 大概, 约为, 大致, 差不多""",
    "up_to": """
        至多, 最多, 顶多, 不超过, 不多于, 不高于""",
    "fewer_than": """
        少于, 不到, 不足, 不满, 未满, 低于, 小于, 未达, 达不到""",
    "exactly": """
        正好, 恰好, 刚好, 恰恰, 整整, 整, 仅, 只有, 仅有, 仅仅""",
}

VAGUE = {
    "dozens": """
        几十, 数十, 好几十""",
    "hundreds": """
        几百, 数百, 好几百""",
    "thousands": """
        几千, 数千, 成千""",
    "hundred": """
        上百, 成百, 成百上千""",
    "thousand": """
        上千""",
}

NEGATIONS = """
不, 不是, 并不, 并不是, 并非, 绝不, 从不, 从未, 从来没有, 没有, 没, 并没有, 并未,
未, 未曾, 未能, 尚未, 还没有, 还没, 无, 毫无, 没能, 不再, 不曾, 不会, 无法, 否认,
拒绝
"""

PLANNED = """
在建, 正在建设, 建设中, 将, 将要, 将于, 将在, 计划于, 计划在, 计划建设, 拟, 拟于,
预计, 有望, 打算, 即将, 规划建设
"""
"""Words by which a clause speaks of what is not done yet."""

MULTIPLES = """
0.5: 减半, 减少一半, 降低一半; 2: 翻一番, 翻了一番, 翻番, 增长一倍, 增长了一倍,
增加一倍, 增加了一倍, 提高一倍, 提高了一倍, 两倍, 2倍, 二倍, 增至两倍, 增至2倍; 3:
增长两倍, 增长了两倍, 增加两倍, 增加了两倍, 增长2倍, 增加2倍, 三倍, 3倍, 增至三倍;
4: 翻两番, 翻了两番, 四倍, 4倍; 8: 翻三番
"""

SHARES = """
50: 一半, 半数, 五成; 33.3333: 三分之一; 66.6667: 三分之二; 25: 四分之一; 75:
四分之三; 20: 五分之一, 两成; 10: 十分之一, 一成; 30: 三成; 40: 四成; 60: 六成; 70:
七成; 80: 八成; 90: 九成
"""
"""Fractions in words, as percentages."""

PERCENT = """
%, ％, 百分之
"""

POINTS = """
个百分点, 百分点
"""

CLASSIFIERS = """
个, 個, 项, 項, 家, 名, 座, 位, 所, 间, 份, 种, 类, 条, 件, 台, 套, 支, 款, 批, 场,
处, 只, 部, 篇, 人次, 组, 对, 艘, 颗, 枚, 架, 笔, 例, 户, 片, 股
"""

UNITS = """
t: 吨; kg: 公斤, 千克; m2: 平方米; ha: 公顷; km2: 平方公里; USD: 美元; CNY: 元,
元人民币, 人民币, 人民币元; EUR: 欧元; BRL: 雷亚尔; RUB: 卢布; GBP: 英镑; times: 倍;
years: 年
"""

AFTER = {
    "more_than": "多, 余, 有余, 开外",
    "at_least": "以上, 及以上, 或以上",
    "about": "左右, 上下, 来",
    "up_to": "以内, 以下, 及以下",
}
"""Hedges that stand after a number."""

ORDINALS = """
1: 首届
"""

RELATIVE = """
last year: 去年; this year: 今年, 本年; next year: 明年; last month: 上月, 上个月;
this month: 本月
"""
"""Dates that are known only to who knows the day."""
