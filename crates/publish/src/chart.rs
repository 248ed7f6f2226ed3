//! Bar charts as SVG: the same drawing goes into the page and into the PDF.
//!
//! Bars lie on their side, because service names are long and pages are tall. Series differ in
//! lightness and pattern as well as in hue, every bar ends in its number, and the outline of each
//! bar has more than three to one against white (WCAG 2.2, 1.4.11), so that nobody needs colour.

use maud::{Markup, html};
use reports::document::{Chart, Series};

use crate::wording;

/// How much room a chart has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// A page or a desk: labels stand to the left of the bars.
    Wide,
    /// A telephone: labels stand above the bars.
    Narrow,
}

/// The colour of first bars, outlines and headings: 10 to 1 against white.
pub(crate) const INK: &str = "#12436d";

// The first family is the one the pages use; typst is given only the second.
const FAMILY: &str = "Arial, 'Source Sans 3', sans-serif";
const TEXT: &str = "#0b0c0c";
const SIZE: f64 = 16.0;
const LINE: f64 = 20.0;
const OUTLINE: f64 = 1.5;

/// The chart as an SVG element with a title and a description.
///
/// A chart without bars is an empty drawing that still tells its alternative.
pub fn svg(chart: &Chart, room: Room) -> Markup {
    let plan = Plan::of(chart, room);
    let id = match room {
        Room::Wide => format!("chart-{}-wide", chart.id),
        Room::Narrow => format!("chart-{}-narrow", chart.id),
    };
    html! {
        svg xmlns="http://www.w3.org/2000/svg" class={ "report-chart__drawing report-chart__drawing--" (room.name()) }
            viewBox={ "0 0 " (short(plan.width)) " " (short(plan.height)) }
            role="img" aria-labelledby={ (id) "-title " (id) "-text" }
            font-family=(FAMILY) font-size=(short(SIZE)) fill=(TEXT) {
            title id={ (id) "-title" } { (wording::drawable(&chart.title)) }
            desc id={ (id) "-text" } { (wording::drawable(&chart.alternative)) }
            @if chart.series.len() > 2 { (patterns(&id)) }
            @for entry in &plan.legend {
                (bar_shape(&id, entry.series, entry.x, entry.y, 16.0, 16.0))
                text x=(short(entry.x + 24.0)) y=(short(entry.y + 13.5)) { (entry.name) }
            }
            @for group in &plan.groups {
                @for (line, y) in &group.label {
                    text x=(short(group.label_x)) y=(short(*y))
                        text-anchor=(if room == Room::Wide { "end" } else { "start" }) { (line) }
                }
                @for bar in &group.bars {
                    @if bar.length > 0.0 {
                        (bar_shape(&id, bar.series, plan.axis, bar.y, bar.length, plan.thickness))
                    }
                    text x=(short(plan.axis + bar.length + 8.0)) y=(short(bar.y + plan.thickness / 2.0 + 5.5))
                        font-weight="bold" { (bar.shown) }
                }
            }
            @for (from, to) in &plan.axis_strokes {
                line x1=(short(plan.axis)) x2=(short(plan.axis)) y1=(short(*from)) y2=(short(*to))
                    stroke=(TEXT) stroke-width="1.5" {}
            }
        }
    }
}

/// Where everything stands, in pixels.
struct Plan {
    width: f64,
    height: f64,
    /// The x of the line the bars start at.
    axis: f64,
    /// The line the bars start at, from y to y: whole, or in pieces where labels stand across it.
    axis_strokes: Vec<(f64, f64)>,
    thickness: f64,
    legend: Vec<LegendEntry>,
    groups: Vec<Group>,
}

struct LegendEntry {
    series: usize,
    name: String,
    x: f64,
    y: f64,
}

/// The bars that share a label.
struct Group {
    label: Vec<(String, f64)>,
    label_x: f64,
    bars: Vec<Placed>,
}

struct Placed {
    series: usize,
    y: f64,
    length: f64,
    shown: String,
}

impl Room {
    const fn name(self) -> &'static str {
        match self {
            Self::Wide => "wide",
            Self::Narrow => "narrow",
        }
    }

    const fn width(self) -> f64 {
        match self {
            Self::Wide => 720.0,
            Self::Narrow => 290.0,
        }
    }

    /// The widest a line of a label may be.
    const fn label_limit(self) -> f64 {
        match self {
            Self::Wide => 250.0,
            Self::Narrow => 280.0,
        }
    }
}

impl Plan {
    fn of(chart: &Chart, room: Room) -> Self {
        let width = room.width();
        let several = chart.series.len() > 1;
        let (thickness, between) = if several { (18.0, 2.0) } else { (24.0, 0.0) };
        let labels = labels(chart, room.label_limit());
        let (legend, top) = legend(&chart.series, width);

        let widest = labels
            .iter()
            .flatten()
            .map(|line| text_width(line))
            .fold(0.0, f64::max)
            .ceil();
        let axis = match room {
            Room::Wide => widest.min(room.label_limit()) + 12.0,
            Room::Narrow => 1.0,
        };
        let bars = || chart.series.iter().flat_map(|series| &series.bars);
        // bold figures are a tenth wider
        let figure = bars()
            .map(|bar| text_width(&bar.shown) * 1.1)
            .fold(0.0, f64::max);
        let longest = bars()
            .map(|bar| bar.value)
            .filter(|value| value.is_finite())
            .fold(0.0, f64::max);
        let space = (width - axis - figure - 12.0).max(20.0);

        let mut y = top + 6.0;
        let mut groups = Vec::with_capacity(labels.len());
        let mut pieces = Vec::with_capacity(labels.len());
        for (index, lines) in labels.into_iter().enumerate() {
            let present: Vec<(usize, _)> = chart
                .series
                .iter()
                .enumerate()
                .filter_map(|(series, of)| Some((series, of.bars.get(index)?)))
                .collect();
            let stack = height_of(present.len(), thickness, between);
            let block = height_of(lines.len(), LINE, 0.0);
            let (label_y, first_bar, depth) = match room {
                Room::Wide => {
                    let depth = stack.max(block);
                    (y + (depth - block) / 2.0, y + (depth - stack) / 2.0, depth)
                }
                Room::Narrow => (y, y + block + 4.0, block + 4.0 + stack),
            };
            pieces.push((first_bar - 3.0, first_bar + stack + 3.0));
            let mut bar_y = first_bar;
            let mut placed = Vec::with_capacity(present.len());
            for (series, bar) in present {
                let share = if longest > 0.0 {
                    (bar.value / longest).clamp(0.0, 1.0)
                } else {
                    0.0
                };
                // a count of one among thousands must still be seen
                let length = if share > 0.0 {
                    (share * space).max(3.0)
                } else {
                    0.0
                };
                placed.push(Placed {
                    series,
                    y: bar_y,
                    length,
                    shown: wording::drawable(&bar.shown),
                });
                bar_y += thickness + between;
            }
            let mut line_y = label_y + 15.0;
            let mut label = Vec::with_capacity(lines.len());
            for line in lines {
                label.push((line, line_y));
                line_y += LINE;
            }
            let label_x = match room {
                Room::Wide => axis - 10.0,
                Room::Narrow => 0.0,
            };
            groups.push(Group {
                label,
                label_x,
                bars: placed,
            });
            y += depth + 12.0;
        }
        let height = (y - 6.0).max(LINE);
        let axis_strokes = match room {
            Room::Narrow => pieces,
            Room::Wide if groups.is_empty() => pieces,
            Room::Wide => vec![(top, height)],
        };
        Self {
            width,
            height,
            axis,
            axis_strokes,
            thickness,
            legend,
            groups,
        }
    }
}

/// The labels of the first series, each cut into lines.
fn labels(chart: &Chart, limit: f64) -> Vec<Vec<String>> {
    chart
        .series
        .first()
        .map(|series| {
            series
                .bars
                .iter()
                .map(|bar| lines(&wording::drawable(&bar.label), limit))
                .collect()
        })
        .unwrap_or_default()
}

/// The legend in as many lines as it needs, and the y below it; nothing when there is one series.
fn legend(series: &[Series], width: f64) -> (Vec<LegendEntry>, f64) {
    if series.len() < 2 {
        return (Vec::new(), 0.0);
    }
    let (mut x, mut y) = (1.0, 2.0);
    let mut entries = Vec::with_capacity(series.len());
    for (index, one) in series.iter().enumerate() {
        let name = wording::drawable(&one.name);
        let needed = 24.0 + text_width(&name);
        if x > 1.0 && x + needed > width {
            (x, y) = (1.0, y + 26.0);
        }
        entries.push(LegendEntry {
            series: index,
            name,
            x,
            y,
        });
        x += needed + 24.0;
    }
    (entries, y + 28.0)
}

/// One bar: solid dark, light with a dark outline, hatched, dotted, and round again.
fn bar_shape(id: &str, series: usize, x: f64, y: f64, width: f64, height: f64) -> Markup {
    let fill = match series % 4 {
        0 => INK.to_owned(),
        1 => "#8fc1e8".to_owned(),
        2 => format!("url(#{id}-hatch)"),
        _ => format!("url(#{id}-dots)"),
    };
    // the outline lies inside, so that all bars of one value have one length
    let inset = OUTLINE / 2.0;
    html! {
        rect x=(short(x + inset)) y=(short(y + inset))
            width=(short((width - OUTLINE).max(0.5))) height=(short(height - OUTLINE))
            fill=(fill) stroke=(INK) stroke-width=(OUTLINE) {}
    }
}

fn patterns(id: &str) -> Markup {
    html! {
        defs {
            pattern id={ (id) "-hatch" } patternUnits="userSpaceOnUse" width="8" height="8" {
                rect width="8" height="8" fill="#ffffff" {}
                path d="M-2,2 L2,-2 M0,8 L8,0 M6,10 L10,6" stroke=(INK) stroke-width="2" {}
            }
            pattern id={ (id) "-dots" } patternUnits="userSpaceOnUse" width="7" height="7" {
                rect width="7" height="7" fill="#ffffff" {}
                circle cx="3.5" cy="3.5" r="1.6" fill=(INK) {}
            }
        }
    }
}

/// Cuts a label into lines, at spaces where it can and inside a word where it must.
fn lines(label: &str, limit: f64) -> Vec<String> {
    let mut done = Vec::new();
    let mut line = String::new();
    for word in label.split_whitespace() {
        let joined = if line.is_empty() {
            word.to_owned()
        } else {
            format!("{line} {word}")
        };
        if text_width(&joined) <= limit {
            line = joined;
            continue;
        }
        if !line.is_empty() {
            done.push(std::mem::take(&mut line));
        }
        for letter in word.chars() {
            if text_width(&line) + letter_width(letter) > limit {
                done.push(std::mem::take(&mut line));
            }
            line.push(letter);
        }
    }
    if !line.is_empty() || done.is_empty() {
        done.push(line);
    }
    done
}

/// The width of a text in Arial, near enough to lay out by; Source Sans is narrower.
fn text_width(text: &str) -> f64 {
    text.chars().map(letter_width).sum()
}

fn letter_width(letter: char) -> f64 {
    let em = match letter {
        'i' | 'j' | 'l' | '\'' | '|' | '.' | ',' | ':' | ';' | '!' | ' ' | 'I' | 't' | 'f' => 0.28,
        'r' | '(' | ')' | '-' | '/' => 0.34,
        'm' | 'w' | 'M' | '%' => 0.86,
        'W' | '@' => 1.0,
        'A'..='Z' => 0.7,
        _ if letter.is_ascii() || letter.is_alphabetic() => 0.556,
        _ => 1.0,
    };
    em * SIZE
}

fn height_of(count: usize, each: f64, between: f64) -> f64 {
    let sum: f64 = std::iter::repeat_n(each + between, count).sum();
    (sum - between).max(0.0)
}

/// A length with one decimal, or none where it is whole.
fn short(length: f64) -> String {
    let text = format!("{length:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}
