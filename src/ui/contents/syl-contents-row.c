/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contents/syl-contents-row.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "widgets/syl-progress-ring.h"
#include "widgets/syl-row-click.h"
#include "widgets/syl-state-mark.h"

struct _SylContentsRow
{
  GtkWidget parent_instance;

  SylContentsItem *item; /* owned, nullable */
  GtkWidget *lead;
  GtkImage *icon;
  SylStateMark *mark;
  GtkLabel *number;
  GtkLabel *title;
  SylProgressRing *ring;
  GtkLabel *count;
};

typedef enum
{
  PROP_ITEM = 1,
} SylContentsRowProps;

static GParamSpec *properties[PROP_ITEM + 1];

G_DEFINE_FINAL_TYPE (SylContentsRow, syl_contents_row, GTK_TYPE_WIDGET)

static const char *
get_icon_name (SylContentsKind kind)
{
  switch (kind)
    {
    case SYL_CONTENTS_HIGHLIGHTS:
      return "syl-highlight-symbolic";
    case SYL_CONTENTS_YEAR:
      return "x-office-calendar-symbolic";
    case SYL_CONTENTS_REVIEW:
      return "syl-review-symbolic";
    case SYL_CONTENTS_PROGRESS:
      return "syl-progress-symbolic";
    case SYL_CONTENTS_PICKS:
    default:
      return "view-list-symbolic";
    }
}

static void
update_lead (SylContentsRow *self)
{
  g_autofree char *number = g_strdup_printf ("%u", syl_contents_item_get_number (self->item));
  SylPickGroup group = syl_contents_item_get_group (self->item);
  gboolean marked = group == SYL_PICK_GROUP_READING || group == SYL_PICK_GROUP_READ;

  gtk_image_set_from_icon_name (self->icon, get_icon_name (syl_contents_item_get_kind (self->item)));
  gtk_widget_set_visible (GTK_WIDGET (self->icon), group == SYL_PICK_GROUP_ALL);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), marked);
  gtk_widget_set_visible (GTK_WIDGET (self->number), group == SYL_PICK_GROUP_SECTION);
  gtk_label_set_label (self->number, number);
  syl_state_mark_set_state (self->mark, group == SYL_PICK_GROUP_READ ? SYL_PICK_STATE_READ : SYL_PICK_STATE_READING);
}

static void
update_progress (SylContentsRow *self)
{
  gboolean section = syl_contents_item_get_group (self->item) == SYL_PICK_GROUP_SECTION;
  SylContentsKind kind = syl_contents_item_get_kind (self->item);
  unsigned int n_picks = syl_contents_item_get_n_items (self->item);
  unsigned int n_read = syl_contents_item_get_n_read (self->item);
  g_autofree char *count = section
                             /* Translators: how many picks of a section are read, as in “3/5” */
                             ? g_strdup_printf (_("%u/%u"), n_read, n_picks)
                             : g_strdup_printf ("%u", n_picks);

  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count), kind < SYL_CONTENTS_YEAR || n_picks > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->ring), section);
  syl_progress_ring_set_fraction (self->ring, n_picks > 0 ? (double) n_read / n_picks : 0);
}

static void
update (SylContentsRow *self)
{
  if (self->item == NULL)
    return;

  update_lead (self);
  update_progress (self);
  gtk_label_set_label (self->title, syl_contents_item_get_title (self->item));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), syl_contents_item_get_title (self->item));
}

static void
syl_contents_row_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  SylContentsRow *self = SYL_CONTENTS_ROW (object);

  switch ((SylContentsRowProps) property_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    }
}

static void
syl_contents_row_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  SylContentsRow *self = SYL_CONTENTS_ROW (object);

  switch ((SylContentsRowProps) property_id)
    {
    case PROP_ITEM:
      syl_contents_row_set_item (self, g_value_get_object (value));
      break;
    }
}

static void
syl_contents_row_dispose (GObject *object)
{
  SylContentsRow *self = SYL_CONTENTS_ROW (object);

  syl_contents_row_set_item (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_CONTENTS_ROW);

  G_OBJECT_CLASS (syl_contents_row_parent_class)->dispose (object);
}

static void
syl_contents_row_class_init (SylContentsRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = syl_contents_row_dispose;
  object_class->get_property = syl_contents_row_get_property;
  object_class->set_property = syl_contents_row_set_property;

  properties[PROP_ITEM] =
    g_param_spec_object ("item", NULL, NULL, SYL_TYPE_CONTENTS_ITEM,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (SYL_TYPE_PROGRESS_RING);
  g_type_ensure (SYL_TYPE_STATE_MARK);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-contents-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SylContentsRow, lead);
  gtk_widget_class_bind_template_child (widget_class, SylContentsRow, icon);
  gtk_widget_class_bind_template_child (widget_class, SylContentsRow, mark);
  gtk_widget_class_bind_template_child (widget_class, SylContentsRow, number);
  gtk_widget_class_bind_template_child (widget_class, SylContentsRow, title);
  gtk_widget_class_bind_template_child (widget_class, SylContentsRow, ring);
  gtk_widget_class_bind_template_child (widget_class, SylContentsRow, count);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
syl_contents_row_init (SylContentsRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  syl_row_click_install (GTK_WIDGET (self));
}

/**
 * syl_contents_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
SylContentsItem *
syl_contents_row_get_item (SylContentsRow *self)
{
  g_return_val_if_fail (SYL_IS_CONTENTS_ROW (self), NULL);

  return self->item;
}

/**
 * syl_contents_row_set_item:
 * @self: a row
 * @item: (nullable): what it is to show
 */
void
syl_contents_row_set_item (SylContentsRow  *self,
                           SylContentsItem *item)
{
  g_return_if_fail (SYL_IS_CONTENTS_ROW (self));

  if (self->item == item)
    return;

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, update, self);
  g_set_object (&self->item, item);
  if (item != NULL)
    g_signal_connect_object (item, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}
