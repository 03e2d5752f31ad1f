/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/syl-search-section.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "search/syl-search-hit-row.h"

/* At first: what comes after them, of other kinds too, is not far below, and typing stays quick. */
#define N_FIRST 10

struct _SylSearchSection
{
  GtkBox parent_instance;

  SylLibrary *library;         /* owned, nullable */
  const SylSearchGroup *group; /* unowned, nullable: what is shown of */
  GPtrArray *rows;             /* of SylSearchHitRow, unowned: those that have been needed so far */
  guint expanded : 1;          /* the reader wants more than the first */
  GtkLabel *heading;
  GtkLabel *count;
  GtkListBox *list;
  AdwButtonRow *more_row;
  GtkLabel *limit;
};

typedef enum
{
  PROP_TITLE = 1,
} SylSearchSectionProps;

static GParamSpec *properties[PROP_TITLE + 1];

enum
{
  SIGNAL_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SylSearchSection, syl_search_section, GTK_TYPE_BOX)

/* From the last row to the next list, and from the first of all to the field. */
static gboolean
keynav_failed_cb (SylSearchSection *self,
                  GtkDirectionType  direction)
{
  GtkWidget *sections = gtk_widget_get_parent (GTK_WIDGET (self));

  if (direction != GTK_DIR_UP && direction != GTK_DIR_DOWN)
    return FALSE;
  if (!gtk_widget_child_focus (sections, direction == GTK_DIR_UP ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD) &&
      direction == GTK_DIR_UP)
    gtk_widget_activate_action (GTK_WIDGET (self), "search.go-to-field", NULL);
  return TRUE;
}

static SylSearchHitRow *
ensure_row (SylSearchSection *self,
            guint             position)
{
  GtkWidget *row;

  if (position < self->rows->len)
    return g_ptr_array_index (self->rows, position);
  row = syl_search_hit_row_new ();
  /* Before the row that shows more. */
  gtk_list_box_insert (self->list, row, (int) position);
  g_ptr_array_add (self->rows, row);
  return SYL_SEARCH_HIT_ROW (row);
}

static guint
get_n_shown (SylSearchSection *self)
{
  return self->expanded ? self->group->hits->len : MIN (self->group->hits->len, N_FIRST);
}

static void
show_numbers (SylSearchSection *self)
{
  const SylSearchGroup *group = self->group;
  guint n_more = group->hits->len - get_n_shown (self);
  g_autofree char *count = g_strdup_printf ("%u", group->n_found);
  g_autofree char *more = g_strdup_printf (ngettext ("Show %u More", "Show %u More", n_more), n_more);
  /* Translators: as in “The first 50 of 120 are shown” */
  g_autofree char *limit = g_strdup_printf (_("The first %u of %u are shown"), group->hits->len, group->n_found);

  gtk_label_set_label (self->count, count);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more_row), more);
  gtk_widget_set_visible (GTK_WIDGET (self->more_row), n_more > 0);
  gtk_label_set_label (self->limit, limit);
  gtk_widget_set_visible (GTK_WIDGET (self->limit), n_more == 0 && group->n_found > group->hits->len);
}

static void
fill (SylSearchSection *self)
{
  guint n_shown = get_n_shown (self);

  for (guint i = 0; i < MAX (n_shown, self->rows->len); i++)
    {
      SylSearchHitRow *row = ensure_row (self, i);

      if (i < n_shown)
        syl_search_hit_row_set_hit (row, self->library, g_ptr_array_index (self->group->hits, i));
      gtk_widget_set_visible (GTK_WIDGET (row), i < n_shown);
    }
  show_numbers (self);
  gtk_widget_set_visible (GTK_WIDGET (self), n_shown > 0);
}

/* And goes on where the reader was. */
static void
expand (SylSearchSection *self)
{
  guint n_shown = get_n_shown (self);

  self->expanded = TRUE;
  fill (self);
  gtk_widget_grab_focus (g_ptr_array_index (self->rows, n_shown));
}

static void
row_activated_cb (SylSearchSection *self,
                  GtkListBoxRow    *row)
{
  if (!SYL_IS_SEARCH_HIT_ROW (row))
    {
      expand (self);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_OPENED], 0, row);
  syl_search_hit_row_open (SYL_SEARCH_HIT_ROW (row));
}

static void
syl_search_section_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  SylSearchSection *self = SYL_SEARCH_SECTION (object);

  switch ((SylSearchSectionProps) property_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (self->heading));
      break;
    }
}

static void
syl_search_section_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  SylSearchSection *self = SYL_SEARCH_SECTION (object);

  switch ((SylSearchSectionProps) property_id)
    {
    case PROP_TITLE:
      gtk_label_set_label (self->heading, g_value_get_string (value));
      break;
    }
}

static void
syl_search_section_dispose (GObject *object)
{
  SylSearchSection *self = SYL_SEARCH_SECTION (object);

  self->group = NULL;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_SEARCH_SECTION);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (syl_search_section_parent_class)->dispose (object);
}

static void
syl_search_section_class_init (SylSearchSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = syl_search_section_dispose;
  object_class->get_property = syl_search_section_get_property;
  object_class->set_property = syl_search_section_set_property;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, GTK_TYPE_LIST_BOX_ROW);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-search-section.ui");
  gtk_widget_class_bind_template_child (widget_class, SylSearchSection, heading);
  gtk_widget_class_bind_template_child (widget_class, SylSearchSection, count);
  gtk_widget_class_bind_template_child (widget_class, SylSearchSection, list);
  gtk_widget_class_bind_template_child (widget_class, SylSearchSection, more_row);
  gtk_widget_class_bind_template_child (widget_class, SylSearchSection, limit);
  gtk_widget_class_bind_template_callback (widget_class, keynav_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
syl_search_section_init (SylSearchSection *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * syl_search_section_set_group:
 * @self: a section
 * @library: where it was found
 * @group: (not nullable): what it shows from now on; has to live until there is another
 * @anew: whether that is the answer to another question, of which the first are shown
 *
 * Rows that are there show something else: nothing flickers, and the focus stays, while the reader types.
 */
void
syl_search_section_set_group (SylSearchSection     *self,
                              SylLibrary           *library,
                              const SylSearchGroup *group,
                              gboolean              anew)
{
  g_return_if_fail (SYL_IS_SEARCH_SECTION (self));

  g_set_object (&self->library, library);
  self->group = group;
  self->expanded = self->expanded && !anew;
  fill (self);
}

/**
 * syl_search_section_get_first:
 * @self: a section
 *
 * Returns: (transfer none) (nullable): its first row, if it shows any
 */
GtkWidget *
syl_search_section_get_first (SylSearchSection *self)
{
  g_return_val_if_fail (SYL_IS_SEARCH_SECTION (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self)) ? g_ptr_array_index (self->rows, 0) : NULL;
}
