/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/syl-state-mark.h"

#include "syl-words.h"

#define SIZE 16

/* Drawn in a square of SIZE. */
#define RING "M 8 1.75 a 6.25 6.25 0 0 1 0 12.5 a 6.25 6.25 0 0 1 0 -12.5 z"
#define HALF "M 8 4 a 4 4 0 0 1 0 8 z"
#define DISC "M 8 1 a 7 7 0 0 1 0 14 a 7 7 0 0 1 0 -14 z "
#define TICK "M 3.93 8.87 L 7.04 11.97 L 12.1 6.12 L 10.9 5.08 L 6.96 9.63 L 5.07 7.73 z"
#define DASH "M 4 8 h 8"
#define LINE_WIDTH 1.5f

struct _SylStateMark
{
  GtkWidget parent_instance;

  SylPickState state;
};

typedef enum
{
  PROP_STATE = 1,
} SylStateMarkProps;

static GParamSpec *properties[PROP_STATE + 1];

G_DEFINE_FINAL_TYPE (SylStateMark, syl_state_mark, GTK_TYPE_WIDGET)

static void
fill (GtkSnapshot   *snapshot,
      const char    *outline,
      const GdkRGBA *color)
{
  g_autoptr (GskPath) path = gsk_path_parse (outline);

  /* Even-odd, so that a tick within a disc is a hole: right on every background. */
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_EVEN_ODD, color);
}

static void
stroke (GtkSnapshot   *snapshot,
        const char    *line,
        const GdkRGBA *color)
{
  g_autoptr (GskPath) path = gsk_path_parse (line);
  g_autoptr (GskStroke) style = gsk_stroke_new (LINE_WIDTH);

  gsk_stroke_set_line_cap (style, GSK_LINE_CAP_ROUND);
  gtk_snapshot_append_stroke (snapshot, path, style, color);
}

static void
draw (SylStateMark *self,
      GtkSnapshot  *snapshot)
{
  GdkRGBA color;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  switch (self->state)
    {
    case SYL_PICK_STATE_READING:
      stroke (snapshot, RING, &color);
      fill (snapshot, HALF, &color);
      break;
    case SYL_PICK_STATE_READ:
      fill (snapshot, DISC TICK, &color);
      break;
    case SYL_PICK_STATE_SKIPPED:
      stroke (snapshot, DASH, &color);
      break;
    case SYL_PICK_STATE_UNREAD:
    default:
      stroke (snapshot, RING, &color);
      break;
    }
}

static void
syl_state_mark_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  float width = gtk_widget_get_width (widget);
  float height = gtk_widget_get_height (widget);
  float scale = MIN (width, height) / SIZE;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((width - SIZE * scale) / 2, (height - SIZE * scale) / 2));
  gtk_snapshot_scale (snapshot, scale, scale);
  draw (SYL_STATE_MARK (widget), snapshot);
  gtk_snapshot_restore (snapshot);
}

static void
syl_state_mark_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = SIZE;
  *natural = SIZE;
}

static void
update (SylStateMark *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const char *words = syl_words_for_state (self->state);
  gboolean begun = self->state == SYL_PICK_STATE_READING || self->state == SYL_PICK_STATE_READ;

  gtk_widget_set_css_classes (widget, (const char *[]) { begun ? "accent" : "dimmed", NULL });
  gtk_widget_set_tooltip_text (widget, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (widget);
}

static void
syl_state_mark_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  SylStateMark *self = SYL_STATE_MARK (object);

  switch ((SylStateMarkProps) property_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    }
}

static void
syl_state_mark_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  SylStateMark *self = SYL_STATE_MARK (object);

  switch ((SylStateMarkProps) property_id)
    {
    case PROP_STATE:
      syl_state_mark_set_state (self, g_value_get_enum (value));
      break;
    }
}

static void
syl_state_mark_class_init (SylStateMarkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = syl_state_mark_get_property;
  object_class->set_property = syl_state_mark_set_property;
  widget_class->measure = syl_state_mark_measure;
  widget_class->snapshot = syl_state_mark_snapshot;

  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, SYL_TYPE_PICK_STATE, SYL_PICK_STATE_UNREAD,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "state-mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
syl_state_mark_init (SylStateMark *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  update (self);
}

/**
 * syl_state_mark_new:
 *
 * Returns: (transfer floating): a mark of the state unread
 */
GtkWidget *
syl_state_mark_new (void)
{
  return g_object_new (SYL_TYPE_STATE_MARK, NULL);
}

/**
 * syl_state_mark_get_state:
 * @self: a mark
 *
 * Returns: the state it shows
 */
SylPickState
syl_state_mark_get_state (SylStateMark *self)
{
  g_return_val_if_fail (SYL_IS_STATE_MARK (self), SYL_PICK_STATE_UNREAD);

  return self->state;
}

/**
 * syl_state_mark_set_state:
 * @self: a mark
 * @state: what it is to show
 */
void
syl_state_mark_set_state (SylStateMark *self,
                          SylPickState  state)
{
  g_return_if_fail (SYL_IS_STATE_MARK (self));

  if (self->state == state)
    return;

  self->state = state;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}
