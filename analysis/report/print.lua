-- Carry the colours and directions of the page's HTML into typst and Word, for which pandoc has none of its own.

local function css(style, property)
  return (";" .. style):match(";%s*" .. property .. ":%s*([^;]+)")
end

local function look(span)
  local style = span.attributes.style or ""
  local stops = {}
  for colour in (css(style, "background%-image") or ""):gmatch("(#%x%x%x%x%x%x) %d+%%") do table.insert(stops, colour) end
  local line, colour = (css(style, "text%-decoration") or ""):match("underline (%a+) (#%x+)")
  return {
    fill = (css(style, "background%-color") or ""):match("#%x+"),
    second = stops[2],
    over = (css(style, "border%-top") or ""):match("#%x+"),
    dotted = css(style, "border%-bottom") ~= nil,
    bold = css(style, "font%-weight") == "bold",
    small = css(style, "vertical%-align") == "super",
    line = line,
    colour = colour,
  }
end

local function wrap(content, before)
  table.insert(content, 1, pandoc.RawInline("typst", before .. "["))
  table.insert(content, pandoc.RawInline("typst", "]"))
end

local function typst_span(span, l)
  local content = span.content
  if l.bold then wrap(content, "#strong") end
  if l.line then
    local dash = l.line == "solid" and "" or ', dash: "densely-dotted"'
    wrap(content, string.format('#underline(offset: 3pt, evade: false, stroke: (paint: rgb("%s"), thickness: 1.2pt%s))', l.colour, dash))
  elseif l.dotted then
    wrap(content, '#underline(offset: 3pt, evade: false, stroke: (paint: luma(60), thickness: .5pt, dash: "dotted"))')
  end
  if l.over then wrap(content, string.format('#overline(offset: -1em, evade: false, stroke: 1.2pt + rgb("%s"))', l.over)) end
  if l.fill then
    local fill = string.format('rgb("%s")', l.fill)
    if l.second then fill = string.format('gradient.linear((%s, 0%%), (%s, 50%%), (rgb("%s"), 50%%), (rgb("%s"), 100%%), angle: 90deg)', fill, fill, l.second, l.second) end
    wrap(content, "#highlight(extent: .5pt, top-edge: .95em, bottom-edge: -.42em, fill: " .. fill .. ")")
  end
  if l.small then wrap(content, "#text(size: .65em, fill: luma(110), baseline: -.35em)") end
  return content
end

local SMALL = "#text(size: .87em, fill: luma(92))"

local escapes = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;" }

local function word_span(span, l)
  if not (l.fill or l.line or l.bold or l.dotted or l.small) then return nil end
  local run = {}
  if l.bold then table.insert(run, "<w:b/><w:bCs/>") end
  if l.small then table.insert(run, '<w:color w:val="6E6E6E"/>') end
  if l.line then
    table.insert(run, string.format('<w:u w:val="%s" w:color="%s"/>', l.line == "solid" and "single" or l.line == "wavy" and "wave" or "double", l.colour:sub(2)))
  elseif l.dotted then
    table.insert(run, '<w:u w:val="dotted"/>')
  end
  if l.over then table.insert(run, string.format('<w:bdr w:val="single" w:sz="4" w:space="0" w:color="%s"/>', l.over:sub(2))) end
  if l.fill then
    table.insert(run, l.second and string.format('<w:shd w:val="horzStripe" w:color="%s" w:fill="%s"/>', l.second:sub(2), l.fill:sub(2))
      or string.format('<w:shd w:val="clear" w:color="auto" w:fill="%s"/>', l.fill:sub(2)))
  end
  if l.small then table.insert(run, '<w:vertAlign w:val="superscript"/>') end
  local text = pandoc.utils.stringify(span.content)
  if text:match("[\216-\219]") then table.insert(run, "<w:rtl/>") end
  return pandoc.RawInline("openxml", string.format('<w:r><w:rPr>%s</w:rPr><w:t xml:space="preserve">%s</w:t></w:r>', table.concat(run), text:gsub("[&<>]", escapes)))
end

function Span(span)
  local l = look(span)
  local small = span.classes:includes("status") or span.classes:includes("places") or span.classes:includes("rule")
  if FORMAT == "docx" then
    if small then
      local inside = pandoc.Span(span.content, { ["custom-style"] = "Small Note" })
      return span.classes:includes("status") and { pandoc.LineBreak(), inside } or inside
    end
    local run = word_span(span, l)
    if run then return run end
    span.attributes.style, span.attributes.title = nil, nil
    return span
  end
  local dir, lang = span.attributes.dir, span.attributes.lang
  local content = typst_span(span, l)
  if small then wrap(content, SMALL) end
  if span.classes:includes("status") then table.insert(content, 1, pandoc.LineBreak()) end
  if dir then wrap(content, string.format("#text(dir: %s)", dir)) end
  if lang then wrap(content, string.format('#text(lang: "%s")', lang)) end
  if span.identifier ~= "" then table.insert(content, pandoc.RawInline("typst", string.format("#box[]<%s>", span.identifier))) end
  return content
end

-- Hash sums and rule names are long words: they may break anywhere, or they run off the page.
function Code(code)
  if FORMAT ~= "typst" then return nil end
  local pieces = {}
  for _, c in utf8.codes(code.text) do table.insert(pieces, utf8.char(c)) end
  local loose = #pieces > 24 and table.concat(pieces, "\u{200B}") or code.text:gsub("_", "_\u{200B}")
  return pandoc.Code(loose)
end

-- Notes are small; one that introduces what follows stays on its page.
local NOTES = { facts = { "", SMALL }, note = { "", SMALL }, lead = { ", sticky: true", SMALL }, legend = { ", sticky: true", "" } }

-- The paragraphs of the article are the divs that carry a style.
function Div(div)
  local blocks = div.content
  local kind = div.classes[1]
  if FORMAT == "docx" and NOTES[kind] and NOTES[kind][2] ~= "" then
    div.attributes["custom-style"] = kind == "lead" and "Small Lead" or "Small Paragraph"
  end
  if FORMAT == "typst" and NOTES[kind] then
    table.insert(blocks, 1, pandoc.RawBlock("typst", string.format("#block(width: 100%%%s)[%s[", NOTES[kind][1], NOTES[kind][2] == "" and "#" or NOTES[kind][2])))
    table.insert(blocks, pandoc.RawBlock("typst", "]]"))
    return blocks
  end
  -- Without its section around it a heading keeps its distance.
  if FORMAT == "typst" and div.identifier ~= "" then return blocks end
  if div.attributes.style then
    blocks = blocks:map(function(b) return b.t == "Plain" and pandoc.Para(b.content) or b end)
    div.content = blocks
    div.attributes.style = nil
  end
  if FORMAT ~= "typst" or not div.attributes.dir then return div end
  local lang = div.attributes.lang and string.format(', lang: "%s"', div.attributes.lang) or ""
  local loose = div.classes:includes("paragraph") and "\n#set par(leading: 1.15em, spacing: 1.6em)" or ""
  table.insert(blocks, 1, pandoc.RawBlock("typst", string.format("#[\n#set text(dir: %s%s)%s", div.attributes.dir, lang, loose)))
  table.insert(blocks, pandoc.RawBlock("typst", "]"))
  return blocks
end

local function typst_cell(cell)
  local inside = pandoc.write(pandoc.Pandoc(cell.contents), "typst"):gsub("%s+$", "")
  return (cell.col_span > 1 and string.format("table.cell(colspan: %d, fill: luma(244))", cell.col_span) or "") .. "[" .. inside .. "]"
end

-- A row across all columns (the sentence above its evidence) is a heading that typst keeps with the row after it. A table of
-- a few rows stays whole; a longer one breaks between rows and repeats its head.
local WHOLE = 12

function Table(tbl)
  if FORMAT ~= "typst" then return nil end
  local widths, body = {}, {}
  for _, spec in ipairs(tbl.colspecs) do table.insert(widths, string.format("%.0f%%", 100 * (spec[2] or 1 / #tbl.colspecs))) end
  local function row(cells) return table.concat(cells:map(typst_cell), ", ") end
  for _, r in ipairs(tbl.bodies[1].body) do
    local band = #r.cells == 1 and #widths > 1
    table.insert(body, band and "table.header(level: 2, repeat: false, " .. row(r.cells) .. ")" or row(r.cells))
  end
  local head = "table.header(" .. row(tbl.head.rows[1].cells) .. ")"
  return pandoc.RawBlock("typst", string.format("#block(width: 100%%, breakable: %s)[#table(columns: (%s), %s,\n%s)]",
    #body > WHOLE, table.concat(widths, ", "), head, table.concat(body, ",\n")))
end
