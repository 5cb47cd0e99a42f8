//! What is said of each problem in Chinese. After a change the typefaces may have to be made anew (assets/fonts/README.md).

use super::{ProblemKind, WrongPath};
use crate::sentences::sentences;

sentences! { Chinese ProblemKind
    NotRead { why }
        "{why}",
        why.remedy.as_str();
    Syntax { message }
        "此处不合TOML语法：{message}",
        "每行写成`name = \"毕节\"`的样子，文字放在引号内，每个地点之前写一行`[[place]]`";
    NoValue {}
        "此处缺少内容",
        "在`=`之后写上内容，或删去这一行";
    NoQuotes { text }
        "文字`{text}`没有放在引号内",
        format!("写成`\"{text}\"`");
    RepeatedKey { key }
        "`{key}`写了两次",
        "只留一个";
    RepeatedTable { key }
        "`{key}`前面已有，此处不能再补充",
        "`[source]`和`[curriculum]`各写一次；`[[place]]`之类则每一项之前都要写";
    UnknownKey { key, table, nearest }
        "{table}中没有`{key}`这一项",
        nearest.as_ref().map_or_else(|| "可在格式说明（README）中查阅有哪些项，或删去这一行".to_owned(), suggestion);
    WrongType { key, found, expected }
        "`{key}`的内容是{found}",
        format!("应写成{expected}");
    OneTable { table }
        "`[{table}]`只能写一项",
        format!("写成`[[{table}]]`，以后才能添加更多");
    NoFormat {}
        "文件没有写明格式版本",
        "在最前面写一行`format = 1`";
    NewerFormat { format }
        "文件的格式版本是{format}，而本版Dateline只认识版本1",
        "请更新Dateline，否则部分内容可能无法显示";
    WrongFormat { format }
        "没有格式版本{format}",
        "写成`format = 1`";
    WrongLanguage { language }
        "`{language}`不是语言代码",
        "写语言代码，例如`en`、`zh`或`zh-Hant`";

    UnknownAttribute { attribute, nearest }
        "小标题没有`{attribute}`这一属性",
        nearest.as_ref().map_or_else(|| "属性的写法如`{#an-id .a-topic paragraph=6}`".to_owned(), suggestion);
    WrongParagraph { text }
        "`{text}`不是段落编号",
        "写成`paragraph=6`、`paragraph=6-7`或`paragraph=6,8`";
    TableAsLines {}
        "表格将逐行显示为文字",
        "改写成列表，表格的每一行写成一项";
    CodeAsText {}
        "代码将显示为普通文字",
        "去掉反引号或行首的缩进";
    ImageInText {}
        "夹在文字中的图片只显示其说明",
        "图片前后各空一行，且不要放在引文或列表中";
    HtmlNotShown {}
        "HTML不会显示",
        "改用Markdown，例如`*强调*`；`<!-- -->`中的注释可以保留";
    LinkInTitle {}
        "小标题中的链接将显示为普通文字",
        "把链接放到小标题下面的正文中";
    WrongImagePath { path, wrong }
        "`{path}`不是故事可以显示的文件",
        match wrong {
            WrongPath::Elsewhere => "把图片保存到故事所在的文件夹，再写上文件名：故事不会从网上读取任何内容",
            WrongPath::Backslash => "文件夹与文件之间用`/`，例如`images/harbour.jpg`",
            WrongPath::Escape => "照原样写文件名；文件名中有空格的，放在`<`和`>`之间：`<old harbour.jpg>`",
            WrongPath::NotBelow => "写故事所在文件夹或其下级文件夹中的文件，例如`harbour.jpg`或`images/harbour.jpg`",
        };
    NoAlt { path }
        "没有文字说明图片`{path}`的内容",
        format!("在方括号中写上说明，供看不到图片的读者了解：`![夜晚的港口]({path})`");
    LinkWithoutText { address }
        "通往`{address}`的链接没有文字",
        format!("写上用来点击的文字，例如`[这几个字]({address})`");

    NoId { kind }
        "这个{kind}没有id",
        "写一行id，例如`id = \"bijie\"`";
    WrongId { id }
        "`{id}`不能用作id",
        "只用小写字母a至z、数字、`-`和`_`，以字母或数字开头，最多64个";
    RepeatedId { id, first }
        "id`{id}`已用于另一个{first}",
        "故事中每一项的id都不能相同；改动之后，提到它的地方也要一并修改";
    UnknownId { id, nearest }
        "没有哪一项的id是`{id}`",
        nearest.as_ref().map_or_else(|| format!("为某一项写上id`{id}`，或删去此处"), suggestion);
    WrongKind { id, found, expected }
        "`{id}`是{found}的id",
        format!("此处应写{expected}的id");
    NoName { kind }
        "这个{kind}没有名称",
        "写一行名称，例如`name = \"毕节\"`；小标题则把文字写在`#`之后";
    NoTitle {}
        "故事没有标题",
        "在第一个方括号之前写一行标题，例如`title = \"毕节的学院\"`";
    NoPassage {}
        "故事没有段落",
        "在文件头下面写一个小标题，例如`## 缘起`，再在其下写正文";

    NoKey { kind, key }
        "这个{kind}缺少`{key}`",
        format!("写一行以`{key} =`开头的内容");
    WrongLatitude { lat, swapped }
        "{lat}不是地图可以显示的纬度",
        if *swapped { "写-85.0511至85.0511之间的数字；经度和纬度可能写反了" }
        else { "写-85.0511至85.0511之间的数字" };
    WrongLongitude { lon }
        "{lon}不是经度",
        "写-180至180之间的数字";
    ConnectionToItself { id }
        "这条连线的起点和终点都是`{id}`",
        "写两个不同地点的id";
    WrongDate { text }
        "没有`{text}`这个日期",
        "写确实存在的日期，知道多少写多少：`2022-02-22`、`2021-10`或`2016`";
    WrongTime { text }
        "`{text}`不是时刻",
        "写上时和分，例如`10:06`";
    WrongActorKind { text }
        "人物或机构的类型不能是`{text}`",
        "人物写`\"person\"`，机构写`\"organisation\"`";
    WrongRegionCode { text }
        "`{text}`不是国家或行政区的代码",
        "写ISO 3166代码，例如`NL`或`CN-GZ`";
    WrongAddress { address }
        "`{address}`不是可以打开的地址",
        "写`#`加id，或以`https://`或`http://`开头的地址";
    WrongWebAddress { address }
        "`{address}`不是网址",
        "写以`https://`或`http://`开头的网址";

    OtherLanguage { language }
        "从文件名看是`{language}`译文，但文件中没有写`language = \"{language}\"`",
        format!("写上`language = \"{language}\"`；如果不是译文，请给文件改名");
    SameLanguage { language }
        "故事本身就是用`{language}`写的",
        "在故事自己的文件中写明它所用的语言（`language`），或移走这个文件";
    TranslationNotRead { why }
        "{why}",
        if why.remedy.is_empty() { "请重试，或把它移出文件夹" } else { &why.remedy };
    NotBesideStory { story, language }
        "从文件名看是译文，但已作为单独的故事打开",
        format!("把`{story}`放在同一文件夹中，并写上`language = \"{language}\"`");
    NoIdInHeading {}
        "这段译文没有原文段落的id",
        "把id写在小标题之后，例如`## 标题 {#the-id}`";
    TranslatedTwice { id }
        "`{id}`翻译了两次",
        "只留一个";
    StorysOwn { key }
        "译文中的`{key}`不会读取",
        "写到故事自己的文件中，并从此处删去";
    MentionMissing { passage, places }
        "`{passage}`的译文没有提到{places}",
        "与原文链接相同的地点，写法如`[文字](#id)`";
    MentionAdded { passage, places }
        "`{passage}`的译文多提到了{places}",
        "与原文链接相同的地点";
    IntroductionLeft {}
        "导语还没有翻译",
        "写在第一个小标题之前";
    ImageMissing { passage, path }
        "`{passage}`的译文缺少图片`{path}`",
        format!("再写一次图片，并用译文的语言写上说明：`![…]({path} \"…\")`");
    PassagesLeft { count, all, first }
        "{all}个段落中还有{count}个没有翻译，第一个是`{first}`",
        format!("写一个小标题，例如`## 标题 {{#{first}}}`，再在其下写译文");

    WrongDegrees { text }
        "`{text}`不是以度表示的位置",
        "经度和纬度都写成数字，例如`27.3`和`105.28`";
    HalfPosition {}
        "位置缺少纬度或经度",
        "两项都要写，以度为单位";
    PictureMap {}
        "这篇故事的地图是一张图片，其中的位置不是地球上的位置，已略去",
        "为各张幻灯片写上地球上的位置";
    OtherCrs { crs }
        "位置不是以度表示，而是采用`{crs}`，已略去",
        "以WGS 84（EPSG:4326）坐标另存文件";
    ShapeNotShown { what, name }
        "{what}不会显示：{name}",
        "改用一个点来标记";
    LineNotShown { name }
        "这条线没有连接文件中的两个地点，不会显示：{name}",
        "让它的起点和终点正好落在文件中的两个点上";
    NotFollowed { address }
        "未读取`{address}`：故事不会自行联网",
        "把那里的内容存成文件，再打开那个文件";
    MediaNotShown { address }
        "`{address}`不会显示",
        "写以`https://`或`http://`开头的地址";
    DateNotRead { text }
        "无法把`{text}`读作日期",
        "写成`2022-02-22`、`2021-10`或`2016`的样子";
    NoObject { what }
        "{what}没有内容，已略去",
        "删去它，或补上内容";
    NotUtf8 { encoding }
        "文件不是UTF-8编码，已按{encoding}读取",
        "如果文字有误，请另存为UTF-8编码";
    ReadUpTo { message }
        "文件从此处起没有读取：{message}",
        "请先改正此处";
    ReadToEnd {}
        "文件从此处起没有读取：内容不完整",
        "请先改正此处";
    TooManyElements { limit }
        "文件从此处起没有读取：元素超过{limit}个",
        "请先改正此处";
    TooDeep { limit }
        "文件从此处起没有读取：元素嵌套超过{limit}层",
        "请先改正此处";
    DocumentType {}
        "文档类型以及其中定义的实体不会读取",
        "直接写出文字，并删去文档类型";
    ColumnsNotRead { columns }
        "这些列没有读取：{columns}",
        "可以读取的列有`title`、`text`、`place`、`lat`、`lon`、`date`、`topics`和`media`；意思相同的列，请改用这些名称";
    InArchive { name }
        "行号按压缩包中的故事`{name}`计算",
        "要修改故事，请从压缩包中取出这个文件";
    EarlierVersion {}
        "显示的是已发表的版本，另有更新的草稿",
        "要看草稿，请打开压缩包中的`draft.json`";

    TooLong { limit }
        "文字超过{limit}个字符，已截断",
        "请缩短";
    TooMany { kind, limit }
        "{kind}太多，故事中这一类最多{limit}个",
        "请删去一些";
    TooManyOf { what, limit }
        "{what}超过{limit}个",
        "请删去一些";
    FrontMatterCut {}
        "文件头的这一部分从此处起没有读取",
        "请先改正此处";
    FrontMatterTooLong { limit }
        "文件头从此处起没有读取：词语和符号超过{limit}个",
        "请删去一些，或分成两篇故事";
    TextTooLong { limit }
        "正文从此处起没有读取：换行和Markdown符号超过{limit}个",
        "请删去一些，或分成两篇故事";
    Unprintable {}
        "文字中看不见的控制字符已略去",
        "请从文件中删去";

    MoreFaults { count }
        "另有{count}个问题没有列出",
        "解决以上问题后再检查一次";
    MoreHints { count }
        "另有{count}条提示没有列出",
        "解决以上问题后再检查一次";
}

fn suggestion(nearest: &String) -> String {
    format!("是否应为`{nearest}`？")
}
