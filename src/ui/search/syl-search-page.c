/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/syl-search-page.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "search/syl-search-section.h"

struct _SylSearchPage
{
  AdwBin parent_instance;

  SylLibrary *library;       /* owned, nullable */
  GCancellable *cancellable; /* owned, nullable: of the search under way */
  SylSearchResults *found;   /* owned, nullable: what is shown */
  char *words;               /* owned, nullable: what is looked for, or was found */
  char *shown;               /* owned, nullable: the words of what is shown */
  GWeakRef opened;           /* of GtkWidget: the row that was opened last */
  guint stale : 1;           /* the library has changed while nobody looked */
  guint opens_first : 1;     /* of what is found, as soon as it is */

  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkScrolledWindow *scrolled_window;
  GtkWidget *results;
  SylSearchSection *picks;
  SylSearchSection *sources;
  SylSearchSection *highlights;
};

typedef enum
{
  PROP_LIBRARY = 1,
} SylSearchPageProps;

static GParamSpec *properties[PROP_LIBRARY + 1];

enum
{
  SIGNAL_CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SylSearchPage, syl_search_page, ADW_TYPE_BIN)

static GtkWidget *
get_first_row (SylSearchPage *self)
{
  SylSearchSection *const sections[] = { self->picks, self->sources, self->highlights };

  if (!g_str_equal (gtk_stack_get_visible_child_name (self->stack), "results"))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      GtkWidget *row = syl_search_section_get_first (sections[i]);

      if (row != NULL)
        return row;
    }
  return NULL;
}

static void
open_first (SylSearchPage *self)
{
  GtkWidget *row = get_first_row (self);

  if (row != NULL)
    gtk_widget_activate (row);
}

/* What was found by other words before is not where the reader looks on. */
static void
scroll_to_top (SylSearchPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));
}

static void
announce (SylSearchPage *self,
          unsigned int   n_found)
{
  g_autofree char *text = NULL;

  if (n_found > 0)
    text = g_strdup_printf (ngettext ("%u result", "%u results", n_found), n_found);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text != NULL ? text : _("No Results Found"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Takes over @results. */
static void
show_results (SylSearchPage    *self,
              SylSearchResults *results)
{
  g_autoptr (SylSearchResults) earlier = g_steal_pointer (&self->found);
  const SylSearchGroup *groups = results->groups;
  unsigned int n_found = groups[SYL_SEARCH_PICK].n_found + groups[SYL_SEARCH_SOURCE].n_found +
                         groups[SYL_SEARCH_HIGHLIGHT].n_found;
  gboolean had_focus = gtk_widget_get_focus_child (self->results) != NULL;
  /* What changes later is not what the reader asked for. */
  gboolean anew = g_set_str (&self->shown, self->words);

  self->found = results;
  syl_search_section_set_group (self->picks, self->library, &groups[SYL_SEARCH_PICK], anew);
  syl_search_section_set_group (self->sources, self->library, &groups[SYL_SEARCH_SOURCE], anew);
  syl_search_section_set_group (self->highlights, self->library, &groups[SYL_SEARCH_HIGHLIGHT], anew);
  gtk_stack_set_visible_child_name (self->stack, n_found > 0 ? "results" : "none");
  /* The row that had it may be gone. */
  if (had_focus && gtk_widget_get_focus_child (self->results) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  if (anew)
    {
      scroll_to_top (self);
      announce (self, n_found);
    }
  if (self->opens_first && gtk_widget_get_mapped (GTK_WIDGET (self)))
    open_first (self);
  self->opens_first = FALSE;
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  SylSearchPage *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SylSearchResults) results = syl_library_search_finish (SYL_LIBRARY (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  if (results != NULL)
    {
      show_results (self, g_steal_pointer (&results));
      return;
    }

  g_message ("The library could not be searched: %s", error->message);
  self->opens_first = FALSE;
  self->stale = TRUE;
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
stop (SylSearchPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* An earlier search that is not over yet is never heard of again; what is shown stays until there is an
 * answer. */
static void
search (SylSearchPage *self)
{
  stop (self);
  self->stale = FALSE;
  if (self->words == NULL || self->library == NULL)
    {
      g_clear_pointer (&self->shown, g_free);
      gtk_stack_set_visible_child_name (self->stack, "start");
      return;
    }

  self->cancellable = g_cancellable_new ();
  syl_library_search_async (self->library, self->words, self->cancellable, found_cb, self);
}

/* Returns: whether that is a search for something else */
static gboolean
take_words (SylSearchPage *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (!g_set_str (&self->words, *words != '\0' ? words : NULL))
    return FALSE;
  self->opens_first = FALSE;
  search (self);
  return TRUE;
}

static void
search_changed_cb (SylSearchPage *self)
{
  take_words (self);
}

/* Enter may come before what was typed is looked for. */
static void
activate_cb (SylSearchPage *self)
{
  if (take_words (self) || self->cancellable != NULL)
    self->opens_first = self->words != NULL;
  else
    open_first (self);
}

static void
library_changed_cb (SylSearchPage *self)
{
  if (self->words == NULL)
    return;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    search (self);
  else
    self->stale = TRUE;
}

/* Who types while a row has the focus types on. The field has a way of its own to get such keys, but takes Enter
 * from the rows with it. */
static gboolean
key_pressed_cb (SylSearchPage         *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));
  gboolean writes = keyval == GDK_KEY_BackSpace || g_unichar_isgraph (gdk_keyval_to_unicode (keyval));

  if (!writes || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) ||
      !gtk_event_controller_key_forward (controller, text))
    return GDK_EVENT_PROPAGATE;
  gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
  return GDK_EVENT_STOP;
}

static void
close_cb (SylSearchPage *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static void
close_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  close_cb (SYL_SEARCH_PAGE (widget));
}

static void
go_to_results_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  GtkWidget *row = get_first_row (SYL_SEARCH_PAGE (widget));

  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
go_to_field_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (SYL_SEARCH_PAGE (widget)->entry));
}

/* To the field, with what is in it selected: who searches again writes over it. */
static gboolean
syl_search_page_grab_focus (GtkWidget *widget)
{
  SylSearchPage *self = SYL_SEARCH_PAGE (widget);

  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  return gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
syl_search_page_map (GtkWidget *widget)
{
  SylSearchPage *self = SYL_SEARCH_PAGE (widget);

  GTK_WIDGET_CLASS (syl_search_page_parent_class)->map (widget);

  if (self->stale)
    search (self);
}

static void
opened_cb (SylSearchPage *self,
           GtkWidget     *row)
{
  g_weak_ref_set (&self->opened, row);
}

static void
set_library (SylSearchPage *self,
             SylLibrary    *library)
{
  if (self->library == library)
    return;

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_set_object (&self->library, library);
  if (library != NULL)
    g_signal_connect_object (library, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  search (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIBRARY]);
}

static void
syl_search_page_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  SylSearchPage *self = SYL_SEARCH_PAGE (object);

  switch ((SylSearchPageProps) property_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    }
}

static void
syl_search_page_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  SylSearchPage *self = SYL_SEARCH_PAGE (object);

  switch ((SylSearchPageProps) property_id)
    {
    case PROP_LIBRARY:
      set_library (self, g_value_get_object (value));
      break;
    }
}

static void
syl_search_page_dispose (GObject *object)
{
  SylSearchPage *self = SYL_SEARCH_PAGE (object);

  stop (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_SEARCH_PAGE);
  g_clear_pointer (&self->found, syl_search_results_free);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (syl_search_page_parent_class)->dispose (object);
}

static void
syl_search_page_finalize (GObject *object)
{
  SylSearchPage *self = SYL_SEARCH_PAGE (object);

  g_weak_ref_clear (&self->opened);
  g_free (self->words);
  g_free (self->shown);

  G_OBJECT_CLASS (syl_search_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SYL_TYPE_SEARCH_SECTION);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-search-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SylSearchPage, entry);
  gtk_widget_class_bind_template_child (widget_class, SylSearchPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SylSearchPage, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, SylSearchPage, results);
  gtk_widget_class_bind_template_child (widget_class, SylSearchPage, picks);
  gtk_widget_class_bind_template_child (widget_class, SylSearchPage, sources);
  gtk_widget_class_bind_template_child (widget_class, SylSearchPage, highlights);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
syl_search_page_class_init (SylSearchPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = syl_search_page_dispose;
  object_class->finalize = syl_search_page_finalize;
  object_class->get_property = syl_search_page_get_property;
  object_class->set_property = syl_search_page_set_property;
  widget_class->grab_focus = syl_search_page_grab_focus;
  widget_class->map = syl_search_page_map;

  properties[PROP_LIBRARY] =
    g_param_spec_object ("library", NULL, NULL, SYL_TYPE_LIBRARY,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "search.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "search.go-to-field", NULL, go_to_field_action);
  gtk_widget_class_install_action (widget_class, "search.go-to-results", NULL, go_to_results_action);
}

static void
syl_search_page_init (SylSearchPage *self)
{
  g_weak_ref_init (&self->opened, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * syl_search_page_new:
 * @library: an open library
 *
 * Returns: (transfer floating): a page that searches it
 */
GtkWidget *
syl_search_page_new (SylLibrary *library)
{
  return g_object_new (SYL_TYPE_SEARCH_PAGE, "library", library, NULL);
}

/**
 * syl_search_page_search:
 * @self: a page
 * @words: what is looked for, at once, as if the reader had typed it
 */
void
syl_search_page_search (SylSearchPage *self,
                        const char    *words)
{
  g_return_if_fail (SYL_IS_SEARCH_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  take_words (self);
}

/**
 * syl_search_page_resume:
 * @self: a page
 *
 * Puts the keyboard to the row that was opened last, for who comes back from it.
 */
void
syl_search_page_resume (SylSearchPage *self)
{
  g_autoptr (GtkWidget) row = NULL;

  g_return_if_fail (SYL_IS_SEARCH_PAGE (self));

  row = g_weak_ref_get (&self->opened);
  if (row == NULL || !gtk_widget_get_mapped (row) || !gtk_widget_grab_focus (row))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}
